package org.coesite.search;

import java.time.Instant;
import org.coesite.calculator.RelaxationSettings;

/**
 * With what, and until when, a structure of a search was screened.
 *
 * @param calculator name of the calculator that gave its figures
 * @param version its version
 * @param settings how it was told to relax
 * @param ended when it ended
 */
public record Screening(
    String calculator, String version, RelaxationSettings settings, Instant ended) {}
