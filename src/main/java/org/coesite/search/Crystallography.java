package org.coesite.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coesite.crystal.Structure;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.similarity.SiteFingerprint;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/** What a report tells of a structure: its standardised cell and which known phase is near. */
public final class Crystallography {

  /** Finding a symmetry costs tens of milliseconds, and several steps ask for the same. */
  private static final int REMEMBERED = 500;

  private final SymmetryFinder finder;
  private final Map<Structure, Symmetry> found =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Structure, Symmetry> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Over a finder. */
  public Crystallography(SymmetryFinder finder) {
    this.finder = finder;
  }

  private Symmetry symmetry(Structure structure) {
    return found.computeIfAbsent(
        structure, asked -> finder.find(asked, SymmetryFinder.USUAL_TOLERANCE));
  }

  /** The same crystal in its standardised conventional cell. */
  public Structure standardised(Structure structure) {
    return symmetry(structure).standardised();
  }

  /** Cosine distances of its site fingerprint to those of known phases, nearest first. */
  public List<ReferenceDistance> distances(Structure structure, List<Reference> references) {
    SiteFingerprint fingerprint = fingerprint(structure);
    return references.stream()
        .map(
            reference ->
                new ReferenceDistance(
                    reference.name(),
                    fingerprint.cosineDistance(fingerprint(reference.structure()))))
        .sorted(Comparator.comparingDouble(ReferenceDistance::cosineDistance))
        .toList();
  }

  private SiteFingerprint fingerprint(Structure structure) {
    return SiteFingerprint.of(symmetry(structure).primitive());
  }
}
