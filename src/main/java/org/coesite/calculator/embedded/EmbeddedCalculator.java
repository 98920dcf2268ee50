package org.coesite.calculator.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;

/**
 * Relaxes cell, atoms and shells with the classical potentials of a library, in this process.
 *
 * <p>The same input gives the same output to the last bit, as long as the bound on time is not
 * reached. Instances hold no state; any number of threads may use one.
 */
public final class EmbeddedCalculator implements Calculator {

  /** Largest charge of a cell that counts as rounding, e. */
  private static final double NEUTRAL = 1e-6;

  private final PotentialLibrary library;

  /** A calculator on the potentials of a library. */
  public EmbeddedCalculator(PotentialLibrary library) {
    this.library = library;
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
    List<String> problems =
        new ArrayList<>(PotentialFit.problems(library, settings.stages(), composition));
    settings.options().keySet().stream()
        .map("%s: unknown option; embedded has none"::formatted)
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    return settings;
  }

  @Override
  public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    return relax(start, settings);
  }

  /**
   * Relaxes a structure through all stages.
   *
   * @throws IllegalArgumentException if there is no stage, or if a potential is unknown, lacks an
   *     element of the structure or does not make it neutral
   */
  public Relaxation relax(Structure start, RelaxationSettings settings) {
    if (settings.stages().isEmpty()) {
      throw new IllegalArgumentException("no potential: a relaxation needs at least one stage");
    }
    List<Element> atoms = start.sites().stream().map(Site::element).toList();
    List<Potential> potentials =
        settings.stages().stream().map(name -> fitting(name, atoms)).toList();
    return new StagedRelaxation(potentials, settings).from(start);
  }

  private Potential fitting(String name, List<Element> atoms) {
    Potential potential = library.potential(name);
    double charge = potential.chargeOf(atoms);
    if (Math.abs(charge) > NEUTRAL) {
      throw new IllegalArgumentException(
          "charge %s%s e with potential %s, limit 0"
              .formatted(charge > 0 ? "+" : "", rounded(charge), name));
    }
    return potential;
  }

  private static String rounded(double charge) {
    return new BigDecimal(charge)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
