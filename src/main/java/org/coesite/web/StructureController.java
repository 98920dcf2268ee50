package org.coesite.web;

import java.util.List;
import java.util.Map;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.evolution.Population;
import org.coesite.report.StoryView;
import org.coesite.report.StructureView;
import org.coesite.search.Reference;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.StructureAudit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One structure of a search: its crystal and its story. */
@RestController
@RequestMapping("/api/searches/{name}/structures/{structure}")
class StructureController {

  private static final Map<String, String> TYPES =
      Map.of("cif", "chemical/x-cif", "vasp", "text/plain", "xyz", "chemical/x-xyz");

  private final Searches searches;
  private final Crystals crystals;
  private final RecognisedPhases recognised;

  StructureController(Searches searches, Crystals crystals, RecognisedPhases recognised) {
    this.searches = searches;
    this.crystals = crystals;
    this.recognised = recognised;
  }

  /** A crystal with its cell in Å and degrees, volume in Å³. */
  record Crystal(StructureView sites, Cell cell, double volumePerAtom) {

    static Crystal of(Structure structure) {
      return new Crystal(
          StructureView.of(structure), Cell.of(structure.lattice()), structure.volumePerAtom());
    }
  }

  /**
   * A structure by the keys of the JSON.
   *
   * @param start before its first relaxation, as it was made
   * @param relaxed in the standardised cell, null if it did not relax
   * @param refined in the standardised cell, null if it was not refined
   * @param phase the unique structure that it found, itself or another; null if it found none, or
   *     before the ranking
   * @param references names of the known phases
   */
  record View(
      StoryView story,
      @Nullable Crystal start,
      @Nullable Crystal relaxed,
      @Nullable Crystal refined,
      @Nullable PhaseRow phase,
      List<String> references) {}

  @GetMapping
  View show(@PathVariable String name, @PathVariable String structure) {
    SearchService service = searches.service();
    StructureAudit audit =
        service
            .audit(name, structure)
            .orElseThrow(() -> new MissingStructureException(name, structure));
    return new View(
        StoryView.of(name, audit),
        service.start(name, structure).map(Crystal::of).orElse(null),
        service.relaxed(name, structure).map(Crystal::of).orElse(null),
        service.refined(name, structure).map(Crystal::of).orElse(null),
        row(name, structure),
        service.references(name).stream().map(Reference::name).toList());
  }

  private @Nullable PhaseRow row(String name, String structure) {
    Population population = searches.service().population(name);
    return population
        .phaseOf(structure)
        .map(
            phase ->
                PhaseRow.of(
                    phase,
                    population.phases().get(0).energyPerAtom(),
                    searches.service().atomsPerFormula(name),
                    recognised.of(name, phase)))
        .orElse(null);
  }

  /** The crystal, refined if it was, as a CIF, POSCAR (vasp) or extended XYZ file. */
  @GetMapping("/file.{ending:cif|vasp|xyz}")
  ResponseEntity<String> file(
      @PathVariable String name, @PathVariable String structure, @PathVariable String ending) {
    Structure crystal =
        crystals
            .of(name, structure)
            .orElseThrow(() -> new MissingStructureException(name, structure));
    String title = name + "-" + structure;
    String file = title + "." + ending;
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(TYPES.get(ending) + ";charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file))
        .body(StructureFile.text(file, title, crystal));
  }
}
