package org.coesite.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.benchmark.Trial.Winner;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Evolution;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.evolution.RelaxedCandidate;
import org.coesite.evolution.Selection;
import org.coesite.evolution.Verdict;
import org.coesite.search.SearchSettings;
import org.coesite.symmetry.SymmetryFinder;
import org.jspecify.annotations.Nullable;

/** One search on one thread, with the steps of a generation but without an engine. */
final class TrialRun {

  private static final int SHOWN = 10;

  private final Problem problem;
  private final EmbeddedCalculator calculator;
  private final SymmetryFinder symmetry;
  private final boolean whole;
  private final SearchSettings settings;
  private final long seed;
  private final Evolution evolution;
  private final List<Double> lowest = new ArrayList<>();
  private int relaxations;
  private @Nullable Integer found;
  private @Nullable Winner winner;

  /**
   * A search to come.
   *
   * @param whole whether it goes on after the answer until the budget is spent
   */
  TrialRun(
      Problem problem,
      long seed,
      EmbeddedCalculator calculator,
      SymmetryFinder symmetry,
      boolean whole) {
    this.problem = problem;
    this.settings = problem.settings();
    this.seed = seed;
    this.calculator = calculator;
    this.symmetry = symmetry;
    this.whole = whole;
    this.evolution = new Evolution(settings.evolution(), seed, symmetry);
  }

  Trial run() {
    long start = cpu();
    Population population = Population.of(settings.evolution(), List.of());
    List<Candidate> offspring = List.of();
    for (int generation = 0; ; generation++) {
      List<RelaxedCandidate> relaxed = new ArrayList<>();
      for (Candidate candidate : evolution.generate(generation, offspring, population)) {
        if (isOver()) {
          break;
        }
        relaxed.add(new RelaxedCandidate(candidate, relaxed(candidate)));
      }
      population = population.with(evolution.rank(population, relaxed));
      if (isOver()) {
        return trial(population, (cpu() - start) / 1e9);
      }
      Selection selection = evolution.select(generation, population);
      offspring = evolution.mutate(selection, population);
    }
  }

  private boolean isOver() {
    return relaxations >= problem.budget()
        || found != null && !whole
        || Thread.currentThread().isInterrupted();
  }

  private Relaxation relaxed(Candidate candidate) {
    Relaxation outcome = calculator.relax(candidate.structure(), settings.relaxation());
    relaxations++;
    double best = lowest.isEmpty() ? Double.NaN : lowest.get(lowest.size() - 1);
    if (outcome instanceof Converged converged && evolution.accepts(converged)) {
      double energy = perAtom(converged);
      if (found == null && problem.target().isReachedBy(energy)) {
        recognise(candidate, converged);
      }
      best = Double.isNaN(best) ? energy : Math.min(best, energy);
    }
    lowest.add(best);
    return outcome;
  }

  /** Before its first minimum a search is as far as at it. */
  private List<Double> filled() {
    Optional<Double> first = lowest.stream().filter(energy -> !energy.isNaN()).findFirst();
    return first.isEmpty()
        ? List.of()
        : lowest.stream().map(energy -> energy.isNaN() ? first.get() : energy).toList();
  }

  private static double perAtom(Converged converged) {
    return converged.enthalpy() / converged.structure().size();
  }

  /** A structure counts once its energy has been computed again, from nothing but itself. */
  private void recognise(Candidate candidate, Converged converged) {
    int group =
        symmetry.find(converged.structure(), SymmetryFinder.USUAL_TOLERANCE).spaceGroup().number();
    if (!problem.target().spaceGroups().contains(group)) {
      return;
    }
    List<String> stages = settings.relaxation().stages();
    RelaxationSettings last =
        settings.relaxation().withStages(stages.subList(stages.size() - 1, stages.size()));
    if (calculator.relax(converged.structure(), last) instanceof Converged again
        && problem.target().isReachedBy(perAtom(again))) {
      found = relaxations;
      winner =
          new Winner(
              candidate.origin().operator().key(),
              candidate.generation(),
              perAtom(again),
              candidate.origin().draws());
    }
  }

  private Trial trial(Population population, double seconds) {
    List<Phase> minima = population.phases();
    return new Trial(
        seed,
        found,
        winner,
        relaxations,
        count(population, Verdict.Failed.class),
        count(population, Verdict.Duplicate.class),
        count(population, Verdict.Discarded.class),
        filled(),
        below(minima).orElse(null),
        known(minima),
        population.exploration().unseen(),
        population.exploration().yields(),
        minima.stream().limit(SHOWN).map(TrialRun::describe).toList(),
        seconds);
  }

  private static String describe(Phase phase) {
    return String.format(
        Locale.ROOT,
        "%d at %.5f eV and %.2f Å³ per atom",
        phase.relaxed().spaceGroup().number(),
        phase.energyPerAtom(),
        phase.relaxed().structure().volumePerAtom());
  }

  private static int count(Population population, Class<? extends Verdict> kind) {
    return (int)
        population.history().stream().filter(one -> kind.isInstance(one.verdict())).count();
  }

  private Optional<Double> below(List<Phase> minima) {
    return minima.stream()
        .map(Phase::energyPerAtom)
        .filter(energy -> energy < problem.target().energyPerAtom() - problem.target().tolerance())
        .findFirst();
  }

  private SortedMap<String, Integer> known(List<Phase> minima) {
    SortedMap<String, Integer> hits = new TreeMap<>();
    hits.put(Trial.ANSWER, hits(problem.target(), minima));
    problem.phases().forEach((name, target) -> hits.put(name, hits(target, minima)));
    return hits;
  }

  private static int hits(Target target, List<Phase> minima) {
    return minima.stream()
        .filter(
            phase ->
                target.isReachedBy(phase.energyPerAtom())
                    && target.spaceGroups().contains(phase.relaxed().spaceGroup().number()))
        .mapToInt(Phase::hits)
        .sum();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
