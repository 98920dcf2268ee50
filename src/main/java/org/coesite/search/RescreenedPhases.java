package org.coesite.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.similarity.DuplicateFilter;
import org.coesite.similarity.DuplicateFilter.Known;
import org.coesite.similarity.DuplicateFilter.Match;
import org.coesite.similarity.Fingerprint;

/** The unique structures of a search as its last screening ranks them. */
final class RescreenedPhases {

  private final SearchStore store;

  RescreenedPhases(SearchStore store) {
    this.store = store;
  }

  /**
   * A unique structure.
   *
   * @param id of the best individual
   * @param energyPerAtom energy, under pressure enthalpy, eV per atom
   * @param same ids of those that have become the same, lowest first
   */
  record Ranked(String id, double energyPerAtom, List<String> same) {}

  /** By the first screening, lowest first. */
  List<Ranked> screened(String search) {
    return ranked(
        Population.of(
            store.searches().settings(search).evolution(), store.structures().history(search)));
  }

  private static List<Ranked> ranked(Population population) {
    return population.phases().stream().map(RescreenedPhases::ranked).toList();
  }

  private static Ranked ranked(Phase phase) {
    return new Ranked(phase.id(), phase.energyPerAtom(), List.of());
  }

  /** Those that a second screening gave an energy, lowest first. */
  List<Ranked> rescreened(String search) {
    return rescreened(search, screened(search));
  }

  /** Those of a population that a second screening gave an energy, lowest first. */
  List<Ranked> rescreened(String search, Population population) {
    return rescreened(search, ranked(population));
  }

  private List<Ranked> rescreened(String search, List<Ranked> screened) {
    Set<String> done = store.relaxations().structures(search, Purpose.RESCREEN);
    List<Known> found =
        screened.stream()
            .map(Ranked::id)
            .filter(done::contains)
            .flatMap(id -> again(search, id).map(result -> known(id, result)).stream())
            .sorted(Comparator.comparingDouble(Known::energyPerAtom))
            .toList();
    return unique(found, store.searches().settings(search).evolution());
  }

  private static Known known(String id, Converged found) {
    return new Known(
        id, Fingerprint.of(found.structure()), found.enthalpy() / found.structure().size());
  }

  /** Different structures may become the same by another potential. */
  private static List<Ranked> unique(List<Known> found, EvolutionSettings settings) {
    DuplicateFilter filter =
        new DuplicateFilter(settings.duplicateEnergy(), settings.duplicateDistance());
    List<Known> unique = new ArrayList<>();
    Map<String, List<String>> same = new HashMap<>();
    for (Known one : found) {
      Optional<Match> match = filter.match(one.fingerprint(), one.energyPerAtom(), unique);
      if (match.isPresent()) {
        same.get(match.get().id()).add(one.id());
      } else {
        unique.add(one);
        same.put(one.id(), new ArrayList<>());
      }
    }
    return unique.stream()
        .map(one -> new Ranked(one.id(), one.energyPerAtom(), List.copyOf(same.get(one.id()))))
        .toList();
  }

  /** By the second screening if there was one, else by the first. */
  List<Ranked> last(String search) {
    List<Ranked> screened = screened(search);
    List<Ranked> again = rescreened(search, screened);
    return again.isEmpty() ? screened : again;
  }

  /** Those within an energy of the lowest and up to a number. */
  static Stream<Ranked> lowest(List<Ranked> ranked, double window, int most) {
    return ranked.stream()
        .filter(one -> one.energyPerAtom() - ranked.get(0).energyPerAtom() <= window)
        .limit(most);
  }

  /** What a second screening made of a structure. */
  Optional<Converged> again(String search, String structure) {
    return store
        .relaxations()
        .of(search, structure, Purpose.RESCREEN)
        .filter(Converged.class::isInstance)
        .map(Converged.class::cast);
  }
}
