package org.coesite.symmetry;

/**
 * A space group.
 *
 * @param number 1 to 230 of the International Tables
 * @param symbol short Hermann–Mauguin symbol without blanks, for example P3_221
 */
public record SpaceGroup(int number, String symbol) {}
