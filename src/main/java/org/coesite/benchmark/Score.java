package org.coesite.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What many searches of a problem say together; component names are the JSON keys.
 *
 * @param problem its name
 * @param searches how many
 * @param budget structures that each may relax
 * @param success share that found the answer
 * @param mean structures until the answer over those that found it; null if none did
 * @param median of the same
 * @param best of the same
 * @param worst of the same
 * @param sigma standard deviation of the same
 * @param halfLife of the mean lowest energy, structures
 * @param duplicates share of the relaxations that found a structure again
 * @param discarded share that gave a structure outside the bounds, a saddle point or merged atoms
 * @param failed share that gave no minimum
 * @param better searches that found a structure below the answer: then the answer is none
 * @param winners how often each operator made the answer
 * @param phases share of the searches in which each known phase appeared
 * @param unseen probability that another relaxation finds a structure not met so far, Good and
 *     Turing's estimate, mean
 * @param secondsPerRelaxation processor time
 * @param ratios structures per success of each peer that tells both, over ours: above 1 we need
 *     fewer
 */
public record Score(
    String problem,
    int searches,
    int budget,
    double success,
    @Nullable Double mean,
    @Nullable Double median,
    @Nullable Integer best,
    @Nullable Integer worst,
    @Nullable Double sigma,
    @Nullable Double halfLife,
    double duplicates,
    double discarded,
    double failed,
    int better,
    SortedMap<String, Integer> winners,
    SortedMap<String, Double> phases,
    double unseen,
    double secondsPerRelaxation,
    Map<String, Double> ratios) {

  /** The score of searches, of which there is one at least. */
  public static Score of(Problem problem, List<Trial> trials) {
    int[] found = Trial.found(trials);
    boolean any = found.length > 0;
    OptionalDouble mean = Arrays.stream(found).average();
    OptionalDouble halfLife =
        HalfLife.of(meanLowest(problem, trials), problem.target().energyPerAtom());
    SortedMap<String, Integer> winners = new TreeMap<>();
    trials.stream()
        .filter(Trial::isSuccess)
        .forEach(trial -> winners.merge(trial.winner().operator(), 1, Integer::sum));
    return new Score(
        problem.name(),
        trials.size(),
        problem.budget(),
        (double) found.length / trials.size(),
        any ? mean.getAsDouble() : null,
        any ? median(found) : null,
        any ? found[0] : null,
        any ? found[found.length - 1] : null,
        any ? sigma(found, mean.getAsDouble()) : null,
        halfLife.isPresent() ? halfLife.getAsDouble() : null,
        share(trials, Trial::duplicates),
        share(trials, Trial::discarded),
        share(trials, Trial::failed),
        (int) trials.stream().filter(trial -> trial.below() != null).count(),
        winners,
        phases(problem, trials),
        mean(trials, Trial::unseen),
        mean(trials, Trial::seconds) / mean(trials, Trial::relaxations),
        any
            ? ratios(problem, (double) found.length / trials.size(), mean.getAsDouble())
            : Map.of());
  }

  private static double median(int[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  private static double sigma(int[] found, double mean) {
    double squares = Arrays.stream(found).mapToDouble(one -> (one - mean) * (one - mean)).sum();
    return found.length < 2 ? 0 : Math.sqrt(squares / (found.length - 1));
  }

  private static double share(List<Trial> trials, ToIntFunction<Trial> count) {
    return trials.stream().mapToInt(count).sum()
        / (double) Math.max(1, trials.stream().mapToInt(Trial::relaxations).sum());
  }

  private static double mean(List<Trial> trials, ToDoubleFunction<Trial> value) {
    return trials.stream().mapToDouble(value).average().orElse(0);
  }

  /** A search that has ended stays where it is: at the answer, or at the lowest it found. */
  static List<Double> meanLowest(Problem problem, List<Trial> all) {
    List<Trial> trials = all.stream().filter(trial -> !trial.lowest().isEmpty()).toList();
    int longest = trials.stream().mapToInt(trial -> trial.lowest().size()).max().orElse(0);
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      int now = i;
      means.add(mean(trials, trial -> lowest(trial, now, problem.target().energyPerAtom())));
    }
    return means;
  }

  private static double lowest(Trial trial, int i, double answer) {
    List<Double> all = trial.lowest();
    return i < all.size() ? all.get(i) : trial.isSuccess() ? answer : all.get(all.size() - 1);
  }

  private static SortedMap<String, Double> phases(Problem problem, List<Trial> trials) {
    SortedMap<String, Double> shares = new TreeMap<>();
    for (String phase : problem.phases().keySet()) {
      shares.put(phase, mean(trials, trial -> trial.phases().get(phase) > 0 ? 1 : 0));
    }
    return shares;
  }

  private static Map<String, Double> ratios(Problem problem, double success, double mean) {
    double ours = perSuccess(success, mean, problem.budget());
    SortedMap<String, Double> ratios = new TreeMap<>();
    for (Peer peer : problem.peers()) {
      if (peer.mean() != null) {
        double share = peer.success() == null ? 1 : peer.success();
        ratios.put(peer.method(), perSuccess(share, peer.mean(), problem.budget()) / ours);
      }
    }
    return ratios;
  }

  /** Structures relaxed in all, in searches that failed too, for each that found the answer. */
  private static double perSuccess(double success, double mean, int budget) {
    return mean + (1 - success) / success * budget;
  }
}
