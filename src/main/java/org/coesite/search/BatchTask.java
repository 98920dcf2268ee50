package org.coesite.search;

/**
 * A batch to be relaxed, and by whom.
 *
 * @param search name of the search
 * @param generation from 0
 * @param batch within the generation, from 0
 * @param host machine
 * @param worker thread or process that does it
 * @param attempt from 1
 */
public record BatchTask(
    String search, int generation, int batch, String host, String worker, int attempt) {}
