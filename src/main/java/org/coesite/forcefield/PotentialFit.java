package org.coesite.forcefield;

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
