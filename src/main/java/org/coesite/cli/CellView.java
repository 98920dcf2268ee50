package org.coesite.cli;

import java.util.Locale;
import org.coesite.crystal.Lattice;

/** Lengths in Å and angles in degrees of a cell, as JSON shows them. */
record CellView(double a, double b, double c, double alpha, double beta, double gamma) {

  static CellView of(Lattice lattice) {
    double[] lengths = lattice.lengths();
    double[] angles = lattice.angles();
    return new CellView(lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]);
  }

  /** In words, with units. */
  String words() {
    return String.format(
        Locale.ROOT,
        "a = %.4f, b = %.4f, c = %.4f Å, α = %.2f, β = %.2f, γ = %.2f°",
        a,
        b,
        c,
        alpha,
        beta,
        gamma);
  }
}
