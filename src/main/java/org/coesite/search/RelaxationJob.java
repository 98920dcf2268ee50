package org.coesite.search;

import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/**
 * A relaxation to be done, as it stands before the first attempt.
 *
 * @param search name of the search
 * @param seed of the search
 * @param structure id of the structure within it
 * @param purpose what for
 * @param start structure to begin with
 * @param calculator name of the calculator
 * @param settings how to relax
 * @param placement where outside programs run
 */
public record RelaxationJob(
    String search,
    long seed,
    String structure,
    Purpose purpose,
    Structure start,
    String calculator,
    RelaxationSettings settings,
    Placement placement) {}
