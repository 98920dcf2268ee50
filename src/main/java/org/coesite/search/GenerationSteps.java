package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Injected;
import org.coesite.evolution.Population;
import org.coesite.evolution.RelaxedCandidate;
import org.coesite.evolution.Selection;
import org.coesite.evolution.StoppingCriterion;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The steps of a generation on what is kept in the store. Each may be done again after a crash: it
 * finds the same input and leaves the same output.
 */
public final class GenerationSteps {

  private final SearchStore store;
  private final SymmetryFinder symmetry;
  private final WorkClock clock;
  private final Map<String, Evolving> searches = new ConcurrentHashMap<>();

  /** Steps over a store; the clock counts what the genetic algorithm takes. */
  public GenerationSteps(SearchStore store, SymmetryFinder symmetry, WorkClock clock) {
    this.store = store;
    this.symmetry = symmetry;
    this.clock = clock;
  }

  /**
   * Makes the structures of a generation and puts them into batches.
   *
   * @return number of batches
   */
  public int generate(String search, int generation) {
    Evolving evolving = evolving(search);
    List<Candidate> offspring = store.structures().candidates(search, generation);
    List<Injected> injected = injected(search, generation, evolving.settings());
    List<Candidate> candidates =
        clock.measure(
            () ->
                evolving
                    .evolution()
                    .generate(
                        generation, offspring, injected, evolving.populationBefore(generation)));
    store.together(
        () -> {
          store.structures().saveCandidates(search, candidates);
          take(search, injected, candidates.subList(offspring.size(), candidates.size()));
        });
    List<Integer> batches =
        Batches.of(
            candidates.size(),
            evolving.settings().evolution().mostAtoms(),
            evolving.settings().relaxation());
    store.structures().saveBatches(search, generation, batches);
    return batches.isEmpty() ? 0 : batches.get(batches.size() - 1) + 1;
  }

  /**
   * What people gave and this generation takes, no more than a generation holds; one that is made
   * already, as when a search is amended, takes nothing more.
   */
  private List<Injected> injected(String search, int generation, SearchSettings settings) {
    boolean made = !store.structures().batch(search, generation, 0).isEmpty();
    return made
        ? List.of()
        : store.injections().waiting(search).stream().limit(settings.evolution().size()).toList();
  }

  private void take(String search, List<Injected> injected, List<Candidate> candidates) {
    for (int i = 0; i < injected.size(); i++) {
      Injected taken = injected.get(i);
      String id = candidates.get(i).id();
      store.injections().take(search, taken.number(), id);
      store
          .events()
          .add(search, "%s is structure %d, %s".formatted(id, taken.number(), taken.file()));
    }
  }

  /** Puts a new random structure into the slot of one that cannot be relaxed. */
  void replace(String search, String structure) {
    Candidate hopeless = store.structures().candidate(search, structure).orElseThrow();
    Evolving evolving = evolving(search);
    Population before = evolving.populationBefore(hopeless.generation());
    store.structures().replace(search, evolving.evolution().replacement(hopeless, before));
  }

  /** Decides on each relaxed structure of a generation. */
  public void rank(String search, int generation) {
    Evolving evolving = evolving(search);
    List<RelaxedCandidate> relaxed = new ArrayList<>();
    for (Candidate candidate : store.structures().candidates(search, generation)) {
      relaxed.add(
          new RelaxedCandidate(
              candidate,
              store
                  .relaxations()
                  .of(search, candidate.id(), Purpose.SCREEN)
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "%s of search %s has no relaxation"
                                  .formatted(candidate.id(), search)))));
    }
    List<Individual> ranked =
        clock.measure(
            () -> evolving.evolution().rank(evolving.populationBefore(generation), relaxed));
    store.structures().saveIndividuals(search, ranked);
    Evolving after = clock.measure(() -> evolving.with(generation, ranked));
    searches.put(search, after);
    store.events().add(search, after.describe(generation));
  }

  /** Names what the next generation is made from. */
  public void select(String search, int generation) {
    Evolving evolving = evolving(search);
    Selection selection =
        clock.measure(() -> evolving.evolution().select(generation, evolving.population()));
    store.structures().saveSelection(search, generation, selection);
  }

  /** Makes the offspring of the next generation. */
  public void mutate(String search, int generation) {
    Evolving evolving = evolving(search);
    Selection selection = store.structures().selection(search, generation).orElseThrow();
    List<Candidate> offspring =
        clock.measure(() -> evolving.evolution().mutate(selection, evolving.population()));
    store.structures().saveCandidates(search, offspring);
  }

  /** Why a search ends after a generation, in words; empty if it goes on. */
  public Optional<String> stop(String search, int generation) {
    Evolving evolving = evolving(search);
    return StoppingCriterion.stop(
        evolving.settings().stopping(),
        evolving.population(),
        generation + 1,
        store.searches().find(search).orElseThrow().effort().wall());
  }

  /**
   * What is held in memory, read again if another process ranked structures or settings changed.
   */
  private Evolving evolving(String search) {
    SearchSettings settings = store.searches().settings(search);
    int ranked = store.structures().ranked(search);
    return searches.compute(
        search,
        (name, held) ->
            held != null && held.isUpToDate(settings, ranked)
                ? held
                : Evolving.of(settings, store.structures().history(name), symmetry));
  }
}
