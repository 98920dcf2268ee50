package org.coesite.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What another program is published to need.
 *
 * @param method the program and how it was told to search
 * @param success share of its searches that found the answer, 0 to 1
 * @param mean structures until the answer, mean over the searches that found it; null if not told
 * @param searches how many; null if not told
 * @param source where it is published
 */
public record Peer(
    String method,
    @Nullable Double success,
    @Nullable Double mean,
    @Nullable Integer searches,
    String source) {}
