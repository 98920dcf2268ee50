package org.coesite.search;

import java.util.List;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.symmetry.SpaceGroup;

/**
 * What refining a structure led to.
 *
 * @param subject id of the structure or of the reference
 * @param spaceGroup after the refinement
 * @param moved cosine distance of the site fingerprints before and after
 * @param references cosine distances to the refined references, nearest first; empty until all are
 *     refined
 */
public record RefinedStructure(
    String subject, SpaceGroup spaceGroup, double moved, List<ReferenceDistance> references) {

  /** Keeps its own copy. */
  public RefinedStructure {
    references = List.copyOf(references);
  }

  /** The same with its distances to the refined references. */
  public RefinedStructure withReferences(List<ReferenceDistance> distances) {
    return new RefinedStructure(subject, spaceGroup, moved, distances);
  }
}
