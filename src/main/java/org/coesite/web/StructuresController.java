package org.coesite.web;

import java.util.ArrayList;
import java.util.List;
import org.coesite.evolution.Phase;
import org.coesite.report.Comparison;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The unique structures that a search has found so far. */
@RestController
@RequestMapping("/api/searches/{name}/structures")
class StructuresController {

  /** So many of the lowest are compared with the known phases; each takes milliseconds. */
  private static final int COMPARED = 60;

  private static final String MOST = "2000";

  private final Searches searches;
  private final RecognisedPhases recognised;

  StructuresController(Searches searches, RecognisedPhases recognised) {
    this.searches = searches;
    this.recognised = recognised;
  }

  /**
   * Structures by the keys of the JSON.
   *
   * @param found how many there are, listed or not
   */
  record Listing(int found, List<PhaseRow> structures) {}

  /** Unique structures, lowest energy first. */
  @GetMapping
  Listing list(@PathVariable String name, @RequestParam(defaultValue = MOST) int limit) {
    List<Phase> phases = searches.service().population(name).phases();
    int atomsPerFormula = searches.service().atomsPerFormula(name);
    List<PhaseRow> rows = new ArrayList<>();
    for (Phase phase : phases.subList(0, Math.min(Math.max(limit, 0), phases.size()))) {
      Comparison comparison = rows.size() < COMPARED ? recognised.of(name, phase) : Comparison.NONE;
      double lowest = phases.get(0).energyPerAtom();
      rows.add(PhaseRow.of(phase, lowest, atomsPerFormula, comparison));
    }
    return new Listing(phases.size(), rows);
  }
}
