package org.coesite.calculator;

import java.time.Duration;

/**
 * What a relaxation will cost, from a dry run.
 *
 * @param symmetryOperations that the program finds in the start
 * @param kPoints that it will compute
 * @param memory bytes
 * @param disk bytes
 * @param cpu rough CPU time of the whole relaxation
 */
public record Forecast(int symmetryOperations, int kPoints, long memory, long disk, Duration cpu) {}
