package org.coesite.report;

import java.util.List;
import java.util.Optional;
import org.coesite.search.SearchSummary.ReferenceDistance;

/**
 * How a structure compares with the known phases.
 *
 * @param phase the phase that it is, if it is one of them
 * @param distances Oganov–Valle cosine distance to each of them at equal volume per atom
 */
public record Comparison(Optional<String> phase, List<ReferenceDistance> distances) {

  /** Without known phases. */
  public static final Comparison NONE = new Comparison(Optional.empty(), List.of());
}
