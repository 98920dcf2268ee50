package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.coesite.evolution.Origin;

/**
 * What was done with one structure.
 *
 * @param structure its id
 * @param origin how it was made; empty for a known phase
 * @param attempts with all their ionic steps, in the order in which they began
 */
public record StructureAudit(String structure, Optional<Origin> origin, List<AuditEntry> attempts) {

  /** Keeps its own copy. */
  public StructureAudit {
    attempts = List.copyOf(attempts);
  }
}
