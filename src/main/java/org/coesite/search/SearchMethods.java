package org.coesite.search;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.Refined;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a search rest on; component names are the JSON keys.
 *
 * @param composition content of the cell
 * @param screening how every candidate was relaxed
 * @param refinement how the best were refined, null unless the search refines
 * @param amendments what was changed after the start, oldest first
 * @param source text of the search.yaml that holds now
 */
public record SearchMethods(
    String composition,
    Method screening,
    @Nullable Method refinement,
    List<String> amendments,
    String source) {

  /** Keeps its own copy. */
  public SearchMethods {
    amendments = List.copyOf(amendments);
  }

  /**
   * A calculator with what it was told; pressure in GPa.
   *
   * @param version null until it has a result
   * @param stages potentials or protocol, the one that gave the energies last
   * @param options of the calculator, complete, with files and their checksums
   */
  public record Method(
      String calculator,
      @Nullable String version,
      List<String> stages,
      double pressure,
      SortedMap<String, String> options) {

    /** Keeps its own copies. */
    public Method {
      stages = List.copyOf(stages);
      options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    private static Method of(
        String calculator, RelaxationSettings settings, Optional<String> version) {
      return new Method(
          calculator,
          version.orElse(null),
          settings.stages(),
          settings.pressure(),
          settings.options());
    }
  }

  /** Those of a search with what it has found so far. */
  static SearchMethods of(
      SearchSettings settings,
      List<Best> best,
      List<Refined> refined,
      SearchStore store,
      String search) {
    Optional<String> screened =
        best.stream()
            .findFirst()
            .flatMap(first -> store.relaxations().find(search, first.structure(), Purpose.SCREEN))
            .filter(record -> record.calculator().equals(settings.screen()))
            .map(RelaxationRecord::version);
    return new SearchMethods(
        settings.evolution().content(),
        Method.of(settings.screen(), settings.relaxation(), screened),
        settings
            .refinement()
            .map(
                refinement ->
                    Method.of(
                        refinement.calculator(),
                        refinement.relaxation(),
                        refined.stream()
                            .filter(one -> one.calculator().equals(refinement.calculator()))
                            .map(Refined::version)
                            .findFirst()))
            .orElse(null),
        store.searches().amendments(search),
        settings.source());
  }
}
