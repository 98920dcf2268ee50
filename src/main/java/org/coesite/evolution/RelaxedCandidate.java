package org.coesite.evolution;

import org.coesite.calculator.Relaxation;

/**
 * A candidate with what its relaxation gave.
 *
 * @param candidate the start
 * @param relaxation the outcome
 */
public record RelaxedCandidate(Candidate candidate, Relaxation relaxation) {}
