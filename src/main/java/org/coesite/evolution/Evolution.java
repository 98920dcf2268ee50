package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The genetic algorithm: generate, (relax,) rank, select, mutate.
 *
 * <p>The generational mix of Semeniuk & Feia, Ukr. J. Phys. 71, 554 (2026), doi
 * 10.15407/ujpe71.6.554: the best carried over, mutants of good ones and fresh random structures.
 * Each step is a function of its arguments, of the settings and of the seed; every draw has its own
 * stream by generation, slot and attempt, so that the outcome depends neither on the order in which
 * relaxations end nor on a restart.
 */
public final class Evolution {

  private final EvolutionSettings settings;
  private final RandomStreams streams;
  private final RandomStructures randomStructures;
  private final Operators operators;
  private final Ranking ranking;

  /**
   * A search's evolution.
   *
   * @param seed all draws derive from it
   * @param symmetry tells the space groups of relaxed structures
   */
  public Evolution(EvolutionSettings settings, long seed, SymmetryFinder symmetry) {
    this.settings = settings;
    this.streams = new RandomStreams(seed);
    this.randomStructures = new RandomStructures(settings, streams);
    this.operators = Operators.of(settings);
    this.ranking = new Ranking(settings, symmetry);
  }

  /**
   * All candidates of a generation in slot order: the offspring, then what people gave, then fresh
   * random structures. What people gave takes the slots of random ones; where these are too few,
   * the generation is larger for once.
   *
   * @param generation from 0, the first one being all random
   * @param offspring what {@link #mutate} gave for this generation; none for the first
   * @param injected what people gave
   * @param before all that was found in earlier generations
   * @throws NoRandomStructureException if the settings leave no room for a random structure
   */
  public List<Candidate> generate(
      int generation, List<Candidate> offspring, List<Injected> injected, Population before) {
    int wanted = generation == 0 ? settings.size() : settings.size() - carriedOver();
    List<Candidate> candidates = new ArrayList<>(offspring);
    Starts starts = Starts.of(before);
    offspring.forEach(starts::add);
    injected.forEach(one -> candidates.add(one.candidate(generation, candidates.size())));
    for (int slot = candidates.size(); slot < wanted; slot++) {
      Candidate candidate = randomStructures.candidate(generation, slot, before, starts);
      starts.add(candidate);
      candidates.add(candidate);
    }
    return List.copyOf(candidates);
  }

  /** The same where people gave nothing. */
  public List<Candidate> generate(int generation, List<Candidate> offspring, Population before) {
    return generate(generation, offspring, List.of(), before);
  }

  /**
   * A new random structure for the slot of a candidate that could not be relaxed.
   *
   * @param before all that was found in earlier generations
   */
  public Candidate replacement(Candidate hopeless, Population before) {
    return randomStructures.replacement(hopeless, before);
  }

  /**
   * Decides about the relaxed candidates of one generation.
   *
   * @param before all that was found in earlier generations
   * @param generation the candidates of this one in slot order
   * @return individuals in the same order
   */
  public List<Individual> rank(Population before, List<RelaxedCandidate> generation) {
    return ranking.rank(before, generation);
  }

  /** Whether ranking will keep what a relaxation gave, or call it found before. */
  public boolean accepts(Converged converged) {
    return ranking.accepts(converged);
  }

  /**
   * Chooses what the next generation is made from.
   *
   * @param generation the one that was ranked last
   * @param after all that was found, this generation included
   */
  public Selection select(int generation, Population after) {
    ParentSelection parents = new ParentSelection(after, settings.size());
    int mutants = mutants(after.yields());
    List<Selection.Mating> offspring = new ArrayList<>();
    for (int i = 0; i < mutants; i++) {
      int slot = offspring.size();
      mating(parents, slot, after.yields(), streams.stream("select", generation + 1, i, 0))
          .ifPresent(offspring::add);
    }
    List<String> best = after.phases().stream().limit(carriedOver()).map(Phase::id).toList();
    return new Selection(generation + 1, best, offspring);
  }

  /**
   * As the settings have it where offspring give as much as fresh structures do; neither kind dies
   * out.
   */
  private int mutants(Yields yields) {
    int all = settings.size() - carriedOver();
    int offspring = (int) Math.min(Math.round(settings.mutants() * settings.size()), all);
    if (offspring == 0 || offspring == all) {
      return offspring;
    }
    double bred = offspring * yields.ofOffspring();
    double fresh = (all - offspring) * yields.ofRandom();
    return (int) Math.max(1, Math.min(all - 1, Math.round(all * bred / (bred + fresh))));
  }

  private Optional<Selection.Mating> mating(
      ParentSelection parents, int slot, Yields yields, UniformRandomProvider random) {
    for (int needed = 2; needed > 0; needed--) {
      Optional<Operator> operator = operators.draw(needed, yields, random);
      if (operator.isPresent()) {
        OperatorName name = operator.get().name();
        Optional<List<String>> drawn = parents.draw(operator.get().parents(), random);
        if (drawn.isPresent()) {
          return Optional.of(new Selection.Mating(slot, name, drawn.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Makes the offspring that was selected, each bounded in its attempts; where an operator refuses
   * again and again, a random structure takes the place and its origin says so.
   *
   * @param after the population that was selected from
   * @return candidates of the generation to come in slot order
   */
  public List<Candidate> mutate(Selection selection, Population after) {
    Breeding breeding =
        new Breeding(settings, operators, randomStructures, streams, after, selection.generation());
    return selection.offspring().stream().map(breeding::child).toList();
  }

  private int carriedOver() {
    return (int) Math.round(settings.carriedOver() * settings.size());
  }
}
