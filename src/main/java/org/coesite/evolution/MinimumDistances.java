package org.coesite.evolution;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coesite.crystal.Element;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;

/**
 * Shortest allowed distances between atoms in Å: listed by pair, otherwise a share of the sum of
 * the covalent radii.
 */
final class MinimumDistances {

  private final Map<String, Double> listed;
  private final double ratio;

  private MinimumDistances(Map<String, Double> listed, double ratio) {
    this.listed = listed;
    this.ratio = ratio;
  }

  /** Those of the settings. */
  static MinimumDistances of(EvolutionSettings settings) {
    return of(settings.minimumDistances(), settings.minimumDistanceRatio());
  }

  /** Listed ones, where a pair such as {@code Si-O} counts in both orders, and the ratio. */
  static MinimumDistances of(Map<String, Double> pairs, double ratio) {
    Map<String, Double> both = new HashMap<>();
    pairs.forEach(
        (pair, distance) -> {
          String[] symbols = pair.split("-", -1);
          if (symbols.length != 2) {
            throw new IllegalArgumentException(
                "minimumDistances: '%s' is no pair such as Si-O".formatted(pair));
          }
          Element first = Element.ofSymbol(symbols[0]);
          Element second = Element.ofSymbol(symbols[1]);
          both.put(key(first, second), distance);
          both.put(key(second, first), distance);
        });
    return new MinimumDistances(both, ratio);
  }

  /** Every pair by its covalent radii. */
  static MinimumDistances ofRatio(double ratio) {
    return new MinimumDistances(Map.of(), ratio);
  }

  /** The same, each so many times as long. */
  MinimumDistances scaled(double factor) {
    if (factor == 1) {
      return this;
    }
    Map<String, Double> scaled = new HashMap<>(listed);
    scaled.replaceAll((pair, distance) -> factor * distance);
    return new MinimumDistances(scaled, factor * ratio);
  }

  /** Shortest allowed distance of two elements, Å. */
  double between(Element first, Element second) {
    Double distance = listed.get(key(first, second));
    return distance != null ? distance : ratio * (first.covalentRadius() + second.covalentRadius());
  }

  /** The first pair that is too close, with its distance and the limit. */
  Optional<String> violation(Structure structure) {
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        Element first = structure.sites().get(j).element();
        Element second = structure.sites().get(i).element();
        double limit = between(first, second);
        if (distances.minimum(i, j) < limit) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s-%s distance %.3f Å is below %.3f Å",
                  first,
                  second,
                  distances.minimum(i, j),
                  limit));
        }
      }
    }
    return Optional.empty();
  }

  private static String key(Element first, Element second) {
    return first.symbol() + "-" + second.symbol();
  }
}
