package org.coesite.web;

import java.util.List;
import org.coesite.crystal.Structure;
import org.coesite.similarity.Comparison;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetryFinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How alike two crystals of a search are. */
@RestController
class ComparisonController {

  private final Crystals crystals;
  private final SymmetryFinder symmetry = SymmetryFinder.create();

  ComparisonController(Crystals crystals) {
    this.crystals = crystals;
  }

  /**
   * What {@code compare --json} prints of two files, by the keys of the JSON; 0 is the same.
   *
   * @param sameVolume distance after the first was scaled to the volume per atom of the second,
   *     because potentials are off by some percent in volume
   */
  record View(
      double oganovValle,
      double sameVolume,
      double siteFingerprint,
      List<SpaceGroup> spaceGroups) {}

  /**
   * Compares two crystals of a search.
   *
   * @param a a structure, or {@code reference:} and the name of a known phase
   */
  @GetMapping("/api/searches/{name}/compare")
  View compare(@PathVariable String name, @RequestParam String a, @RequestParam String b) {
    Structure first = crystal(name, a);
    Structure second = crystal(name, b);
    Structure scaled = first.with(first.lattice().scaledTo(second.volumePerAtom() * first.size()));
    Comparison comparison = Comparison.of(first, second, symmetry);
    return new View(
        comparison.oganovValle(),
        Comparison.of(scaled, second, symmetry).oganovValle(),
        comparison.siteFingerprint(),
        List.of(comparison.first(), comparison.second()));
  }

  private Structure crystal(String search, String id) {
    return crystals.of(search, id).orElseThrow(() -> new MissingStructureException(search, id));
  }
}
