package org.coesite.symmetry;

import org.coesite.crystal.Lattice;

/**
 * Which cell parameters a space group leaves free in its standard setting; trigonal groups have
 * hexagonal axes here.
 */
public enum LatticeSystem {
  /** All six parameters free. */
  TRICLINIC,
  /** Unique axis b: α and γ are 90°. */
  MONOCLINIC,
  /** All angles 90°. */
  ORTHORHOMBIC,
  /** b equals a, all angles 90°. */
  TETRAGONAL,
  /** b equals a, γ is 120°, the other angles 90°. */
  HEXAGONAL,
  /** One length, all angles 90°. */
  CUBIC;

  /**
   * The lattice system of a space group, for trigonal ones that of their hexagonal axes.
   *
   * @throws IllegalArgumentException if the number is not 1 to 230
   */
  public static LatticeSystem of(int spaceGroupNumber) {
    if (spaceGroupNumber < 1 || spaceGroupNumber > 230) {
      throw new IllegalArgumentException(
          "space group " + spaceGroupNumber + " is outside 1 to 230");
    }
    if (spaceGroupNumber <= 2) {
      return TRICLINIC;
    }
    if (spaceGroupNumber <= 15) {
      return MONOCLINIC;
    }
    if (spaceGroupNumber <= 74) {
      return ORTHORHOMBIC;
    }
    if (spaceGroupNumber <= 142) {
      return TETRAGONAL;
    }
    return spaceGroupNumber <= 194 ? HEXAGONAL : CUBIC;
  }

  /** How many of the three lengths and three angles are free. */
  public int freeParameters() {
    return switch (this) {
      case TRICLINIC -> 6;
      case MONOCLINIC -> 4;
      case ORTHORHOMBIC -> 3;
      case TETRAGONAL, HEXAGONAL -> 2;
      case CUBIC -> 1;
    };
  }

  /**
   * The lattice with these lengths in Å and angles in degrees as far as they are free; the others
   * take their fixed values, equal lengths that of {@code a}.
   *
   * @throws IllegalArgumentException where a length is not positive or the angles close no cell
   */
  public Lattice lattice(double a, double b, double c, double alpha, double beta, double gamma) {
    return switch (this) {
      case TRICLINIC -> Lattice.fromParameters(a, b, c, alpha, beta, gamma);
      case MONOCLINIC -> Lattice.fromParameters(a, b, c, 90, beta, 90);
      case ORTHORHOMBIC -> Lattice.fromParameters(a, b, c, 90, 90, 90);
      case TETRAGONAL -> Lattice.fromParameters(a, a, c, 90, 90, 90);
      case HEXAGONAL -> Lattice.fromParameters(a, a, c, 90, 90, 120);
      case CUBIC -> Lattice.fromParameters(a, a, a, 90, 90, 90);
    };
  }
}
