package org.coesite.search;

import java.util.Optional;

/**
 * A failed attempt at a relaxation and what was decided about it.
 *
 * @param record what was done and came out
 * @param decision absent until it is decided
 */
public record Attempt(RelaxationRecord record, Optional<Decision> decision) {}
