package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;

/**
 * Finds space groups, Wyckoff positions, standardised and primitive cells within a tolerance in Å.
 *
 * <p>The work is done by moyo 0.15.0 (https://github.com/spglib/moyo). One call costs 10 to 30 ms,
 * so ask once and use all of the answer. Thread-safe.
 */
public final class SymmetryFinder {

  private static final SpaceGroup TRICLINIC = new SpaceGroup(1, "P1");

  /** Each smaller tolerance is this share of the last one. */
  private static final double REDUCTION = 0.5;

  private static final int ATTEMPTS = 5;

  private SymmetryFinder() {}

  /** A finder. */
  public static SymmetryFinder create() {
    return new SymmetryFinder();
  }

  /**
   * Finds the symmetry of a structure.
   *
   * <p>Where moyo finds no consistent group of operations, smaller tolerances are tried, down to a
   * sixteenth; where all fail, the answer is P1 with the cell as it is. Either stands in the
   * remark.
   *
   * @param tolerance how far an atom may lie from its symmetric place, Å
   * @throws IllegalArgumentException if the tolerance is not positive or a coordinate not finite
   */
  public Symmetry find(Structure structure, double tolerance) {
    if (!(tolerance > 0 && Double.isFinite(tolerance))) {
      throw new IllegalArgumentException("tolerance must be positive: " + tolerance + " Å");
    }
    String cell = MoyoCell.json(structure);
    List<String> failures = new ArrayList<>();
    double attempted = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return MoyoCell.symmetry(new Moyo().analyse(cell, attempted), failures);
      } catch (MoyoException e) {
        failures.add(
            String.format(Locale.ROOT, "no symmetry at %.2g Å: %s", attempted, e.getMessage()));
        attempted *= REDUCTION;
      }
    }
    return withoutSymmetry(structure, tolerance, failures);
  }

  /**
   * A primitive cell of a structure, its positions made exact within the tolerance.
   *
   * @param tolerance how far an atom may lie from its symmetric place, Å
   */
  public Structure primitive(Structure structure, double tolerance) {
    return find(structure, tolerance).primitive();
  }

  private static Symmetry withoutSymmetry(
      Structure structure, double tolerance, List<String> failures) {
    return new Symmetry(
        TRICLINIC,
        Collections.nCopies(structure.size(), "a"),
        List.of(SymmetryOperation.IDENTITY),
        structure,
        structure,
        IntStream.range(0, structure.size()).boxed().toList(),
        tolerance,
        failures);
  }
}
