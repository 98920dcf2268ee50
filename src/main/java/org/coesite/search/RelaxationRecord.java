package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;

/**
 * A relaxation with all that an audit asks for.
 *
 * @param key what was computed
 * @param structure id of the structure within its search
 * @param start the structure before
 * @param calculator name of the calculator
 * @param version its version
 * @param settings how it was told to relax
 * @param host machine
 * @param worker who computed it
 * @param attempt from 1
 * @param started when it began
 * @param ended when it ended
 * @param cpu CPU time of the calculator
 * @param outcome what came out
 */
public record RelaxationRecord(
    RelaxationKey key,
    String structure,
    Structure start,
    String calculator,
    String version,
    RelaxationSettings settings,
    String host,
    String worker,
    int attempt,
    Instant started,
    Instant ended,
    Duration cpu,
    Relaxation outcome) {}
