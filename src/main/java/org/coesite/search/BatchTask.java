package org.coesite.search;

/**
 * A batch of a generation that is to be relaxed.
 *
 * @param search name of the search
 * @param generation from 0
 * @param batch within the generation, from 0
 */
public record BatchTask(String search, int generation, int batch) {}
