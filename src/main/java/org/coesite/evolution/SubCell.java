package org.coesite.evolution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;

/**
 * A part of a cell, which the cell repeats: most crystals have fewer atoms in their primitive cell
 * than a search gives them, and a random structure of few atoms is much more likely to be one.
 *
 * <p>Lyakhov, Oganov & Valle, Comput. Phys. Commun. 181, 1623 (2010), doi
 * 10.1016/j.cpc.2010.06.007, split cells along axes and by numbers that the user gives; here each
 * divisor of the number of formula units has a chance, and the repetition may be along any vectors.
 *
 * @param content of the part
 * @param copies how many parts make the cell
 */
record SubCell(Composition content, int copies) {

  /** Among the draws of a repeated structure: how many parts it has. */
  static final String COPIES = "copies";

  /** Of parts with fewer atoms the weight grows with their fifth power. */
  private static final double FEW = 6;

  /** Of parts with more atoms the weight falls with their number. */
  private static final double MANY = 12;

  /** Few crystals have one formula unit in their primitive cell. */
  private static final double SINGLE = 0.5;

  /** How many formula units the part has. */
  int formulaUnits() {
    return content.formulaUnits();
  }

  /** The whole cell. */
  static SubCell whole(Composition content) {
    return new SubCell(content, 1);
  }

  /**
   * A part of a cell of this content, or the whole.
   *
   * @param factor on the weight of a number of copies
   */
  static SubCell draw(
      Composition content, IntToDoubleFunction factor, UniformRandomProvider random) {
    int units = content.formulaUnits();
    List<Integer> divisors =
        IntStream.rangeClosed(1, units).filter(copies -> units % copies == 0).boxed().toList();
    int copies = divisors.size() == 1 ? 1 : draw(divisors, content.atoms(), factor, random);
    if (copies == 1) {
      return whole(content);
    }
    SortedMap<Element, Integer> counts = new TreeMap<>(content.counts());
    counts.replaceAll((element, count) -> count / copies);
    return new SubCell(new Composition(counts), copies);
  }

  private static int draw(
      List<Integer> divisors, int atoms, IntToDoubleFunction factor, UniformRandomProvider random) {
    int most = divisors.get(divisors.size() - 1);
    double[] weights =
        divisors.stream()
            .mapToDouble(
                copies ->
                    weight((double) atoms / copies)
                        * (copies == most ? SINGLE : 1)
                        * factor.applyAsDouble(copies))
            .toArray();
    return divisors.get(Roulette.draw(weights, random));
  }

  /** Cells of very few atoms are few crystals; in one of many atoms chance hits none. */
  private static double weight(double atoms) {
    return Math.pow(Math.min(atoms, FEW), 5) / Math.max(atoms, MANY);
  }

  /** A cell within bounds that repeats a structure of this part, if one was found. */
  Optional<Offspring.Made> repeated(
      Offspring.Made part, CellBounds bounds, UniformRandomProvider random) {
    SortedMap<String, String> draws = new TreeMap<>(part.draws());
    draws.put(COPIES, Integer.toString(copies));
    return Supercell.draw(part.structure(), copies, bounds, random)
        .map(cell -> new Offspring.Made(cell, draws));
  }
}
