package org.coesite.search;

import java.time.Instant;

/**
 * Something that happened in a search.
 *
 * @param number counts up within a data directory, from 1
 * @param at when
 * @param text what, in words
 */
public record SearchEvent(long number, Instant at, String text) {}
