package org.coesite.forcefield;

/** Checks of numbers that a potential is made of. */
final class Limits {

  private Limits() {}

  /** Throws an IllegalArgumentException that names the quantity unless it is finite. */
  static void finite(String quantity, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(quantity + " = " + value + " is not finite");
    }
  }

  /** Throws an IllegalArgumentException that names the quantity unless it is finite and above 0. */
  static void positive(String quantity, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(quantity + " = " + value + " is not a number above 0");
    }
  }
}
