package org.coesite.crystal;

/**
 * One periodic image of a site as seen from another.
 *
 * @param from index of the site that looks
 * @param to index of the site that is seen; equal to {@code from} for a site's own images
 * @param displacement Cartesian vector from the one to the image of the other, Å
 * @param distance its length, Å
 */
public record Neighbour(int from, int to, Vector3 displacement, double distance) {}
