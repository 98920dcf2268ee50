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
  private static final int PUSHES = 6;

  /** Largest move of an atom by the first push, Å; each further one is stronger. */
  private static final double FIRST_PUSH = 0.1;

  /** Strain by the first push. */
  private static final double FIRST_STRAIN = 0.005;

  private static final long SEED = 2;

  private final CrystalSurface surface;
  private final SpringModel springs;
  private final Descent descent;
  private final UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(SEED);

  private Stage(CrystalSurface surface, SpringModel springs, Descent descent) {
    this.surface = surface;
    this.springs = springs;
    this.descent = descent;
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
    return new Stage(surface, springs, new Descent(surface, springs, tolerance, journal));
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
    Descent.Outcome outcome = descent.from(start);
    for (int push = 1; push <= PUSHES && mayGoOn(outcome); push++) {
      Point origin = outcome.end() == Descent.End.STUCK ? outcome.point() : start;
      Point pushed = surface.at(pushed(origin.x(), push));
      if (pushed.isFinite()) {
        outcome = descent.from(pushed);
      }
    }
    return outcome;
  }

  private static boolean mayGoOn(Descent.Outcome outcome) {
    return outcome.end() == Descent.End.STUCK || outcome.end() == Descent.End.BROKEN;
  }

  /** Moves each atom with its shell, and the cell, at random; the same way each time. */
  private double[] pushed(double[] x, int strength) {
    double[] moved = x.clone();
    for (int i = 0; i < CrystalSurface.CELL; i++) {
      moved[i] += strength * FIRST_STRAIN * random.nextDouble(-1, 1);
    }
    double[] pushes =
        random
            .doubles(3L * surface.forceField().atoms(), -1, 1)
            .map(push -> push * strength * FIRST_PUSH)
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
