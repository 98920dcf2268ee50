package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coesite.evolution.Evolution;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.symmetry.SymmetryFinder;

/**
 * A search in memory: a function of what is kept, held to spare reading it again at each step.
 *
 * @param settings what the search was started with
 * @param evolution its genetic algorithm
 * @param population all ranked so far
 */
record Evolving(SearchSettings settings, Evolution evolution, Population population) {

  static Evolving of(SearchSettings settings, List<Individual> history, SymmetryFinder symmetry) {
    return new Evolving(
        settings,
        new Evolution(settings.evolution(), settings.seed(), symmetry),
        Population.of(settings.evolution(), history));
  }

  boolean isUpToDate(SearchSettings current, int ranked) {
    return population.history().size() == ranked && settings.equals(current);
  }

  /**
   * The population without a generation and later ones: a step that is done again after its
   * transaction was lost must not count itself.
   */
  Population populationBefore(int generation) {
    List<Individual> earlier = earlierThan(generation);
    return earlier.size() == population.history().size()
        ? population
        : Population.of(settings.evolution(), earlier);
  }

  Evolving with(int generation, List<Individual> ranked) {
    List<Individual> history = new ArrayList<>(earlierThan(generation));
    history.addAll(ranked);
    return new Evolving(settings, evolution, Population.of(settings.evolution(), history));
  }

  private List<Individual> earlierThan(int generation) {
    return population.history().stream()
        .filter(individual -> individual.candidate().generation() < generation)
        .toList();
  }

  String describe(int generation) {
    String best = population.lowest().map(this::describe).orElse("no structure has relaxed so far");
    return "generation %d ranked: %s".formatted(generation, best);
  }

  private String describe(Phase phase) {
    return String.format(
        Locale.ROOT,
        "best %s %.4f eV/atom, %s (%d)",
        phase.id(),
        phase.energyPerAtom(),
        phase.relaxed().spaceGroup().symbol(),
        phase.relaxed().spaceGroup().number());
  }
}
