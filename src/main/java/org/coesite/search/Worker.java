package org.coesite.search;

/**
 * Who computes.
 *
 * @param host machine
 * @param name thread or process on it
 */
public record Worker(String host, String name) {}
