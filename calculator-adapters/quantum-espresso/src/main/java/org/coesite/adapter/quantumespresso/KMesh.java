package org.coesite.adapter.quantumespresso;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.crystal.Lattice;

/** An unshifted Monkhorst-Pack mesh of k-points. */
record KMesh(int alongA, int alongB, int alongC) {

  private static final Pattern THREE =
      Pattern.compile("\\s*(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s*");

  /** Room for rounding: a spacing that fits exactly is not to give one point more. */
  private static final double ROUNDING = 1e-9;

  /** Three numbers with blanks between, each 1 or more; empty if it is anything else. */
  static Optional<KMesh> parse(String text) {
    Matcher matcher = THREE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    KMesh mesh =
        new KMesh(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    return Optional.of(mesh).filter(m -> m.alongA > 0 && m.alongB > 0 && m.alongC > 0);
  }

  /**
   * The coarsest mesh whose points are no further apart.
   *
   * @param spacing of the points, 1/Å, the factor 2π included
   */
  static KMesh ofSpacing(Lattice lattice, double spacing) {
    double[] lengths = lattice.reciprocal().lengths();
    return new KMesh(
        points(lengths[0], spacing), points(lengths[1], spacing), points(lengths[2], spacing));
  }

  private static int points(double reciprocalLength, double spacing) {
    return Math.max(1, (int) Math.ceil(2 * Math.PI * reciprocalLength / spacing - ROUNDING));
  }

  @Override
  public String toString() {
    return alongA + " " + alongB + " " + alongC;
  }
}
