package org.coesite.crystal;

/**
 * One atom of a cell.
 *
 * @param element chemical element
 * @param fractional position as fractions of the lattice vectors, not necessarily in [0, 1)
 */
public record Site(Element element, Vector3 fractional) {}
