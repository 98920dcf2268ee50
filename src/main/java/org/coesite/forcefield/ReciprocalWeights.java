package org.coesite.forcefield;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * What |S(k)|² of a reciprocal vector (and of its negative, together) counts in the energy, and how
 * that changes with strain.
 *
 * <p>A slope g gives the strain derivative −|S|² g κₐκ_b, κ = k/2π, beside the −|S|² weight δ_ab of
 * the volume.
 */
final class ReciprocalWeights {

  private double volume;
  private double alpha;
  private boolean hasDispersion;
  private double coulomb;
  private double coulombSlope;
  private double dispersion;
  private double dispersionSlope;

  /** Takes over volume in Å³ and α in 1/Å. */
  void setLine(double newVolume, double newAlpha, boolean withDispersion) {
    volume = newVolume;
    alpha = newAlpha;
    hasDispersion = withDispersion;
  }

  /** Computes the weights at a squared length of κ = k/2π, 1/Å². */
  void set(double squaredLength) {
    double squaredK = 4 * Math.PI * Math.PI * squaredLength;
    double b2 = squaredK / (4 * alpha * alpha);
    double gauss = Math.exp(-b2);
    coulomb = ForceField.COULOMB * 4 * Math.PI / volume * gauss / squaredK;
    coulombSlope = -2 * coulomb * (1 + b2) / squaredLength;
    if (hasDispersion) {
      double b = Math.sqrt(b2);
      double k = 2 * alpha * b;
      double tail = Math.sqrt(Math.PI) * Erfc.value(b);
      double prefactor = -Math.pow(Math.PI, 1.5) / volume;
      dispersion = prefactor * k * squaredK / 12 * (tail + (0.5 / b2 - 1) / b * gauss);
      dispersionSlope = -prefactor * Math.PI * Math.PI * (2 * alpha * gauss - k * tail);
    }
  }

  double coulomb() {
    return coulomb;
  }

  double coulombSlope() {
    return coulombSlope;
  }

  double dispersion() {
    return dispersion;
  }

  double dispersionSlope() {
    return dispersionSlope;
  }
}
