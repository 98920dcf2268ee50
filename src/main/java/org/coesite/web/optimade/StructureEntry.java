package org.coesite.web.optimade;

import java.time.Instant;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Phase;
import org.coesite.search.Screening;

/**
 * A structure that a search has found, however often.
 *
 * @param search name of the search
 * @param phase the structure in its search
 * @param screening of the individual of lowest energy, which represents it
 * @param lastModified when it was met last
 * @param lowest energy of the lowest structure of its search, eV per atom
 */
record StructureEntry(
    String search, Phase phase, Screening screening, Instant lastModified, double lowest) {

  /**
   * Not in names of searches and ids of structures, and allowed in a segment of an address as it is
   * (RFC 3986, pchar); a slash would have to be escaped there, which servers and proxies refuse.
   */
  private static final char SEPARATOR = ':';

  /** Unique among all entries, for example {@code silica:g002s08}. */
  String id() {
    return search + SEPARATOR + phase.id();
  }

  /** The relaxed structure in its reduced cell. */
  Structure structure() {
    return phase.relaxed().structure();
  }
}
