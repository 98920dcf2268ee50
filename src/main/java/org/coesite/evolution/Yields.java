package org.coesite.evolution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.coesite.evolution.Exploration.Yield;

/**
 * What each way to make structures gave per relaxation, so that those that give more are chosen
 * more often.
 *
 * <p>A way is an operator, for random structures with the size of the part that the cell repeats.
 * It is credited with each of the lowest phases that it found first. What has found all that it can
 * find is relaxed in vain ever after and fades, and so does what finds nothing low.
 */
final class Yields {

  /** Relaxations that a way is credited with in advance, at the yield of the whole search. */
  private static final double ADVANCE = 10;

  private static final double LEAST = 0.1;
  private static final double MOST = 10;

  /** One way to make structures. */
  private record Way(OperatorName operator, int formulaUnits) implements Comparable<Way> {

    Way(Start start) {
      this(start.operator(), start.formulaUnits());
    }

    @Override
    public int compareTo(Way other) {
      int byOperator = operator.compareTo(other.operator);
      return byOperator != 0 ? byOperator : Integer.compare(formulaUnits, other.formulaUnits);
    }
  }

  /** What it gave. */
  private record Tally(int relaxations, int minima, int lowest) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          relaxations + other.relaxations, minima + other.minima, lowest + other.lowest);
    }
  }

  private final Map<Way, Tally> tallies = new TreeMap<>();
  private final boolean adapting;
  private final double overall;

  private Yields(List<Individual> history, List<Phase> lowest, boolean adapting) {
    for (Individual one : history) {
      List<Start> starts = Start.allOf(one.candidate());
      starts.forEach(start -> tallies.merge(new Way(start), new Tally(1, 0, 0), Tally::plus));
      if (one.verdict() instanceof Verdict.Kept) {
        tallies.merge(last(starts), new Tally(0, 1, 0), Tally::plus);
      }
    }
    for (Phase phase : lowest) {
      Candidate first = history.get(phase.firstRelaxation() - 1).candidate();
      tallies.merge(last(Start.allOf(first)), new Tally(0, 0, 1), Tally::plus);
    }
    this.adapting = adapting && !lowest.isEmpty();
    this.overall = history.isEmpty() ? 0 : lowest.size() / (double) history.size();
  }

  private static Way last(List<Start> starts) {
    return new Way(starts.get(starts.size() - 1));
  }

  /**
   * Those of a search so far.
   *
   * @param phases lowest energy first
   * @param credited how many of the lowest are credited
   * @param adapting whether the factors follow the yields; otherwise each is 1
   */
  static Yields of(List<Individual> history, List<Phase> phases, int credited, boolean adapting) {
    return new Yields(history, phases.subList(0, Math.min(credited, phases.size())), adapting);
  }

  /** How many times the yield of the whole search an operator has, from 0.1 to 10. */
  double of(OperatorName operator) {
    return of(operator, 0);
  }

  /** The same for random structures of parts with so many formula units. */
  double of(OperatorName operator, int formulaUnits) {
    return factor(tallies.getOrDefault(new Way(operator, formulaUnits), Tally.NONE));
  }

  /** The same for all that have parents together. */
  double ofOffspring() {
    return factor(total(way -> way.operator().isBred()));
  }

  /** The same for all random structures together. */
  double ofRandom() {
    return factor(total(way -> way.operator().isRandom()));
  }

  /** All of them in words and numbers. */
  List<Yield> all() {
    return tallies.entrySet().stream()
        .map(
            entry ->
                new Yield(
                    entry.getKey().operator().key(),
                    entry.getKey().formulaUnits(),
                    entry.getValue().relaxations(),
                    entry.getValue().minima(),
                    entry.getValue().lowest()))
        .toList();
  }

  private Tally total(Predicate<Way> wanted) {
    return tallies.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::plus);
  }

  private double factor(Tally tally) {
    if (!adapting) {
      return 1;
    }
    double rate = (tally.lowest() + ADVANCE * overall) / (tally.relaxations() + ADVANCE);
    return Math.max(LEAST, Math.min(MOST, rate / overall));
  }
}
