package org.coesite.calculator.embedded;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.ForceField;
import org.coesite.forcefield.Potential;

/** Relaxes with one potential: a descent, and small pushes where it does not get on. */
final class Stage {

  /** How often a crystal that got stuck is pushed. */
  private static final int PUSHES = 10;

  /** Largest move of an atom along x, y and z by a push, Å, and what each further one adds. */
  private static final double FIRST_PUSH = 0.08;

  private static final double MORE_PUSH = 0.03;

  /** The cell is strained by the push divided by this length, Å. */
  private static final double STRAIN_ARM = 20;

  private static final long SEED = 2;

  private final CrystalSurface surface;
  private final SpringModel springs;
  private final Tolerance tolerance;
  private final Journal journal;
  private final UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(SEED);

  private Stage(CrystalSurface surface, SpringModel springs, Tolerance tolerance, Journal journal) {
    this.surface = surface;
    this.springs = springs;
    this.tolerance = tolerance;
    this.journal = journal;
  }

  /**
   * The relaxation of a structure with a potential.
   *
   * @param pressure external pressure, eV/Å³
   */
  static Stage of(
      Potential potential,
      Structure structure,
      double pressure,
      Tolerance tolerance,
      Journal journal) {
    List<Element> atoms = structure.sites().stream().map(Site::element).toList();
    ForceField forceField = ForceField.of(potential, atoms);
    CrystalSurface surface = new CrystalSurface(forceField, structure, pressure);
    double[] shellSprings = new double[forceField.particles()];
    for (int p = forceField.atoms(); p < forceField.particles(); p++) {
      Element element = atoms.get(forceField.coreOf(p));
      shellSprings[p] = potential.ion(element).shell().orElseThrow().spring();
    }
    SpringModel springs = new SpringModel(surface, shellSprings);
    return new Stage(surface, springs, tolerance, journal);
  }

  CrystalSurface surface() {
    return surface;
  }

  SpringModel springs() {
    return springs;
  }

  /** The structure that it was made for, shells on their cores. */
  Point start() {
    return surface.at(surface.start());
  }

  /** Relaxes from a point whose value is finite. */
  Descent.Outcome relax(Point start) {
    Descent.Outcome outcome = descend(start);
    for (int push = 1; push <= PUSHES && outcome.end() == Descent.End.STUCK; push++) {
      // What ran into a bound is lost: it starts again.
      Point origin = outcome.violation().isPresent() ? start : outcome.point();
      Point pushed = surface.at(pushed(origin.x(), FIRST_PUSH + push * MORE_PUSH));
      if (pushed.isFinite()) {
        outcome = descend(pushed);
      }
    }
    return outcome;
  }

  private Descent.Outcome descend(Point start) {
    return new Descent(surface, springs, tolerance, journal).from(start);
  }

  /** Moves each atom with its shell, and the cell, at random; the same way each time. */
  private double[] pushed(double[] x, double largest) {
    double[] moved = x.clone();
    for (int i = 0; i < CrystalSurface.CELL; i++) {
      moved[i] += largest / STRAIN_ARM * random.nextDouble(-1, 1);
    }
    double[] pushes =
        random
            .doubles(3L * surface.forceField().atoms(), -1, 1)
            .map(push -> push * largest)
            .toArray();
    for (int p = 0; p < surface.forceField().particles(); p++) {
      for (int axis = 0; axis < 3; axis++) {
        moved[CrystalSurface.CELL + 3 * p + axis] +=
            pushes[3 * surface.forceField().coreOf(p) + axis];
      }
    }
    return moved;
  }
}
