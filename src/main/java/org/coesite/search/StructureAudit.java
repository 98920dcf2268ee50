package org.coesite.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Origin;

/**
 * What was done with one structure.
 *
 * @param structure its id
 * @param origin how it was made; empty for a known phase
 * @param ancestors how the structures that it came from were made, by their ids, parents before
 *     grandparents, back to random ones
 * @param ranked what ranking decided about it; empty for a known phase, and before the ranking
 * @param attempts with all their ionic steps, in the order in which they began
 */
public record StructureAudit(
    String structure,
    Optional<Origin> origin,
    Map<String, Origin> ancestors,
    Optional<Individual> ranked,
    List<AuditEntry> attempts) {

  /** Keeps its own copies. */
  public StructureAudit {
    ancestors = Collections.unmodifiableMap(new LinkedHashMap<>(ancestors));
    attempts = List.copyOf(attempts);
  }
}
