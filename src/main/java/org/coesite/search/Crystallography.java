package org.coesite.search;

import java.util.Comparator;
import java.util.List;
import org.coesite.crystal.Structure;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.similarity.SiteFingerprint;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/** What a report tells of a structure: its standardised cell and which known phase is near. */
public final class Crystallography {

  private final SymmetryFinder finder;

  /** Over a finder. */
  public Crystallography(SymmetryFinder finder) {
    this.finder = finder;
  }

  private Symmetry symmetry(Structure structure) {
    return finder.find(structure, SymmetryFinder.USUAL_TOLERANCE);
  }

  /** Its space group. */
  SpaceGroup spaceGroup(Structure structure) {
    return symmetry(structure).spaceGroup();
  }

  Structure primitive(Structure structure) {
    return symmetry(structure).primitive();
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

  /** What a refinement changed. */
  RefinedStructure refined(String subject, Structure before, Structure after) {
    return new RefinedStructure(
        subject,
        symmetry(after).spaceGroup(),
        fingerprint(before).cosineDistance(fingerprint(after)),
        List.of());
  }

  private SiteFingerprint fingerprint(Structure structure) {
    return SiteFingerprint.of(symmetry(structure).primitive());
  }
}
