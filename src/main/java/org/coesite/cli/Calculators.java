package org.coesite.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coesite.adapter.quantumespresso.QuantumEspressoCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.symmetry.SymmetryFinder;
import org.jspecify.annotations.Nullable;

/** The calculators that this build has, by the names users write. */
final class Calculators {

  private final Map<String, Calculator> byName = new TreeMap<>();

  Calculators(PotentialLibrary potentials) {
    add(new EmbeddedCalculator(potentials));
    add(new QuantumEspressoCalculator(System.getenv(), SymmetryFinder.create()));
  }

  private void add(Calculator calculator) {
    byName.put(calculator.name(), calculator);
  }

  /** Their names in alphabetical order. */
  Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** All of them. */
  List<Calculator> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The calculator of a name.
   *
   * @throws BadInput listing the names there are
   */
  Calculator named(String name) {
    @Nullable Calculator calculator = byName.get(name);
    if (calculator == null) {
      throw new BadInput(
          "--calculator: unknown calculator '%s'; available: %s"
              .formatted(name, String.join(", ", names())));
    }
    return calculator;
  }
}
