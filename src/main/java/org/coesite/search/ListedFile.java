package org.coesite.search;

/**
 * A file of an outside program as the record lists it.
 *
 * @param name path below the folder of the relaxation, with slashes
 * @param sha256 of its content
 * @param bytes size of its content
 * @param kept whether the content itself is kept
 */
public record ListedFile(String name, String sha256, long bytes, boolean kept) {}
