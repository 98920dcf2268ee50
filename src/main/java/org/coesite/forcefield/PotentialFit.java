package org.coesite.forcefield;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;

/** Whether a potential can describe a composition. */
public final class PotentialFit {

  /** Largest charge that counts as rounding, e. */
  private static final double NEUTRAL = 1e-6;

  private PotentialFit() {}

  /** What is wrong with potentials, a line each: none named, unknown, or unfit; usually nothing. */
  public static List<String> problems(
      PotentialLibrary library, List<String> names, Composition composition) {
    String known = "known are " + String.join(", ", library.names());
    if (names.isEmpty()) {
      return List.of("a potential is needed; " + known);
    }
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      if (library.names().contains(name)) {
        problem(library.potential(name), composition).ifPresent(problems::add);
      } else {
        problems.add("unknown potential '%s'; %s".formatted(name, known));
      }
    }
    return problems;
  }

  /** Why it cannot: an element that it lacks, or a charge in e; empty if it can. */
  public static Optional<String> problem(Potential potential, Composition composition) {
    double charge = 0;
    for (Map.Entry<Element, Integer> part : composition.counts().entrySet()) {
      if (!potential.elements().contains(part.getKey())) {
        return Optional.of(
            "%s: potential '%s' lacks %s, it has %s"
                .formatted(composition, potential.name(), part.getKey(), potential.elements()));
      }
      charge += part.getValue() * potential.chargeOf(part.getKey());
    }
    if (Math.abs(charge) <= NEUTRAL) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s has a charge of %+.4g e with potential '%s', it has to be 0",
            composition,
            charge,
            potential.name()));
  }
}
