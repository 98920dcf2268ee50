package org.coesite.evolution;

import java.util.Locale;
import org.coesite.crystal.Structure;

/**
 * A structure before its relaxation.
 *
 * @param generation from 0
 * @param slot position within the generation, from 0
 * @param origin how it was made
 * @param structure the start structure
 */
public record Candidate(int generation, int slot, Origin origin, Structure structure) {

  /** Id within its search, for example {@code g003s07}; sorts as generation and slot do. */
  public String id() {
    return String.format(Locale.ROOT, "g%03ds%02d", generation, slot);
  }
}
