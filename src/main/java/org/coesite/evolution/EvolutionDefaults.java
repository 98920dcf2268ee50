package org.coesite.evolution;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.similarity.DuplicateFilter;

/** What a search is run with where its settings say nothing. */
final class EvolutionDefaults {

  /** Above this difference in electronegativity two elements attract each other as ions. */
  private static final double IONIC = 1.2;

  /**
   * Measured with Si3O6 and the potential sio2-slc, 200 structures each: 19% of those with a space
   * group relax to alpha-quartz, 7% to 11% of those without.
   */
  private static final double SYMMETRIC_SHARE = 0.7;

  private static final double RATIO = 0.7;
  private static final double RATIO_OF_UNLIKE_IONS = 0.71;
  private static final double RATIO_OF_CATIONS = 0.72;
  private static final double RATIO_OF_ANIONS = 1.67;

  private EvolutionDefaults() {}

  static EvolutionSettings of(Composition composition, FormulaUnits formulaUnits) {
    double volume = StartVolume.guess(composition);
    double longest =
        Math.max(20, 3 * Math.cbrt(volume * composition.atoms() * formulaUnits.most()));
    return new EvolutionSettings(
        composition,
        formulaUnits,
        OptionalDouble.empty(),
        volume,
        minimumDistances(composition),
        RATIO,
        SYMMETRIC_SHARE,
        new CellBounds(2, longest, 35, 145, 0, Double.POSITIVE_INFINITY),
        new CellBounds(1.5, 2 * longest, 20, 160, 0.4 * volume, 2.5 * volume),
        20,
        0.2,
        0.4,
        operators(composition),
        DuplicateFilter.DEFAULT_ENERGY,
        DuplicateFilter.DEFAULT_DISTANCE,
        Heuristics.ALL);
  }

  /** Exchanging atoms pays only where there are two kinds of cation or anion. */
  private static SortedMap<OperatorName, Double> operators(Composition composition) {
    SortedMap<OperatorName, Double> weights = new TreeMap<>();
    weights.put(OperatorName.CUT_AND_SPLICE, 0.4);
    weights.put(OperatorName.SOFT_MUTATION, 0.3);
    weights.put(OperatorName.STRAIN, 0.3);
    weights.put(OperatorName.PERMUTATION, composition.counts().size() > 2 ? 0.2 : 0.0);
    return weights;
  }

  /** Ions of like charge keep farther apart than the covalent radii say. */
  private static SortedMap<String, Double> minimumDistances(Composition composition) {
    List<Element> elements = List.copyOf(composition.counts().keySet());
    SortedMap<String, Double> distances = new TreeMap<>();
    if (elements.stream().allMatch(e -> charge(e, elements) == 0)) {
      return distances;
    }
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i; j < elements.size(); j++) {
        Element first = elements.get(j);
        Element second = elements.get(i);
        double ratio = ratio(charge(first, elements), charge(second, elements));
        distances.put(
            first.symbol() + "-" + second.symbol(),
            Math.round(100 * ratio * (first.covalentRadius() + second.covalentRadius())) / 100.0);
      }
    }
    return distances;
  }

  private static double ratio(int first, int second) {
    if (first * second < 0) {
      return RATIO_OF_UNLIKE_IONS;
    }
    if (first == 0 || second == 0) {
      return RATIO;
    }
    return first > 0 ? RATIO_OF_CATIONS : RATIO_OF_ANIONS;
  }

  /** Sign of the charge among these elements, 0 without a partner. */
  private static int charge(Element element, List<Element> elements) {
    int charge = 0;
    for (Element other : elements) {
      double difference = other.electronegativity() - element.electronegativity();
      if (Math.abs(difference) > IONIC) {
        charge += difference > 0 ? 1 : -1;
      }
    }
    return Integer.signum(charge);
  }
}
