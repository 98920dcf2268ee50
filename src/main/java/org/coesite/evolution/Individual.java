package org.coesite.evolution;

import java.util.Optional;

/**
 * A candidate after ranking: the durable unit from which a population can be rebuilt.
 *
 * @param candidate the start, with generation, slot and origin
 * @param relaxed the relaxed structure, absent for a failure
 * @param verdict what ranking decided
 */
public record Individual(
    Candidate candidate, Optional<RelaxedStructure> relaxed, Verdict verdict) {}
