package org.coesite.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.crystal.Element;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchForecast;
import org.coesite.search.SearchNameException;
import org.coesite.search.SearchSettings;
import org.coesite.search.SettingsException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Settings before a search is started with them. */
@RestController
class SettingsController {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Searches searches;

  SettingsController(Searches searches) {
    this.searches = searches;
  }

  /** Examples by the keys of the JSON. */
  record ExampleList(List<Examples.Example> examples) {}

  /**
   * What a search with these settings would be.
   *
   * @param name it would get
   * @param composition content of the largest cell
   * @param atoms in it
   * @param generationSize structures per generation
   * @param relaxations after which it ends at the latest
   * @param screening calculator and stages
   * @param refinement calculator and most candidates, null if nothing is to be refined
   * @param cost of the screening; null where only the calculator's own program could tell
   */
  record Checked(
      String name,
      long seed,
      String composition,
      int atoms,
      int generationSize,
      int relaxations,
      String screening,
      @Nullable String refinement,
      SearchForecast.@Nullable Cost cost) {

    static Checked of(SearchSettings settings, Optional<SearchForecast.Cost> cost) {
      return new Checked(
          settings.name(),
          settings.seed(),
          settings.evolution().composition().toString(),
          settings.evolution().composition().atoms(),
          settings.evolution().size(),
          settings.stopping().relaxations(),
          settings.screen() + ", " + String.join(" → ", settings.relaxation().stages()),
          settings
              .refinement()
              .map(
                  refinement ->
                      "%s, at most %d structures and the known phases"
                          .formatted(refinement.calculator(), refinement.candidates()))
              .orElse(null),
          cost.orElse(null));
    }
  }

  /** Potentials by the keys of the JSON. */
  record Potentials(List<NamedPotential> potentials) {}

  /** A potential of the library. */
  record NamedPotential(String name, String description, List<String> elements) {

    static NamedPotential of(Potential potential) {
      return new NamedPotential(
          potential.name(),
          potential.description(),
          potential.elements().stream().map(Element::symbol).toList());
    }
  }

  /** The potentials that {@code embedded} and {@code gulp} know. */
  @GetMapping("/api/potentials")
  Potentials potentials() {
    PotentialLibrary library = PotentialLibrary.standard();
    return new Potentials(
        library.names().stream().map(library::potential).map(NamedPotential::of).toList());
  }

  /** The examples that are shipped. */
  @GetMapping("/api/examples")
  ExampleList examples() {
    return new ExampleList(Examples.all());
  }

  /**
   * What a check says; one of the two is null.
   *
   * @param problem the first one that there is
   * @param search what would be started
   */
  record Check(@Nullable Problem problem, @Nullable Checked search) {}

  /**
   * Checks what {@code POST /api/searches} would start, and starts nothing. Settings that will not
   * do are an answer here, no failure: they are what a person is just writing.
   */
  @PostMapping(value = "/api/settings/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  Check check(@RequestBody SearchRequest request) {
    try {
      return new Check(null, Checked.of(searches.checked(request), Optional.empty()));
    } catch (SettingsException problem) {
      return new Check(Problem.of(problem), null);
    } catch (UnfitSettingsException | StructureFormatException | SearchNameException problem) {
      return new Check(Problem.of(String.valueOf(problem.getMessage())), null);
    }
  }

  /** Checks them and relaxes a few structures to tell what the search will cost. */
  @PostMapping(value = "/api/settings/forecast", consumes = MediaType.APPLICATION_JSON_VALUE)
  Checked forecast(@RequestBody SearchRequest request) {
    SearchSettings settings = searches.checked(request);
    return Checked.of(settings, searches.forecast().of(settings, PATIENCE));
  }
}
