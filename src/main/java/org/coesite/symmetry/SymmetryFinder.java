package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;

/**
 * Finds space groups, Wyckoff positions, standardised and primitive cells within a tolerance in Å.
 *
 * <p>The work is done by moyo 0.15.0 (https://github.com/spglib/moyo). One call costs from 5 ms
 * without symmetry to 200 ms for a cubic crystal, so the last answers are kept. Thread-safe.
 */
public final class SymmetryFinder {

  /** How far atoms may be off their symmetric places, Å: well above what a relaxation leaves. */
  public static final double USUAL_TOLERANCE = 0.02;

  private static final SpaceGroup TRICLINIC = new SpaceGroup(1, "P1");

  /** Each smaller tolerance is this share of the last one. */
  private static final double REDUCTION = 0.5;

  private static final int ATTEMPTS = 5;

  /** Answers kept: ranking, comparison and report ask for the same structures. */
  private static final int REMEMBERED = 500;

  private record Question(Structure structure, double tolerance) {}

  private final Map<Question, Symmetry> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Symmetry> eldest) {
              return size() > REMEMBERED;
            }
          });

  private SymmetryFinder() {}

  /** A finder. */
  public static SymmetryFinder create() {
    return new SymmetryFinder();
  }

  /**
   * Finds the symmetry of a structure.
   *
   * <p>Where moyo finds no consistent group of operations, smaller tolerances are tried, down to a
   * sixteenth; where all fail, the answer is P1 with the cell as it is. The failures stand in the
   * answer.
   *
   * @param tolerance how far an atom may lie from its symmetric place, Å
   * @throws IllegalArgumentException if the tolerance is not positive or a coordinate not finite
   */
  public Symmetry find(Structure structure, double tolerance) {
    if (!(tolerance > 0 && Double.isFinite(tolerance))) {
      throw new IllegalArgumentException("tolerance must be positive: " + tolerance + " Å");
    }
    Question question = new Question(structure, tolerance);
    Symmetry known = answers.get(question);
    if (known != null) {
      return known;
    }
    Symmetry answer = ask(structure, tolerance);
    answers.put(question, answer);
    return answer;
  }

  private static Symmetry ask(Structure structure, double tolerance) {
    // moyo would take the mirror image for a left-handed cell.
    Structure rightHanded = structure.rightHanded();
    String cell = MoyoCell.json(rightHanded);
    List<String> failures = new ArrayList<>();
    double attempted = tolerance;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Symmetry found = MoyoCell.symmetry(new Moyo().analyse(cell, attempted), failures);
        return rightHanded.equals(structure) ? found : withReversedAxes(found);
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

  /** The same symmetry where all lattice vectors point the other way: constant terms do as well. */
  private static Symmetry withReversedAxes(Symmetry s) {
    List<SymmetryOperation> operations =
        s.operations().stream()
            .map(o -> new SymmetryOperation(o.x(), o.y(), o.z(), o.translation().times(-1)))
            .map(SymmetryOperation::wrapped)
            .toList();
    return new Symmetry(
        s.spaceGroup(),
        s.wyckoffLetters(),
        operations,
        s.standardised(),
        s.primitive(),
        s.equivalentSites(),
        s.tolerance(),
        s.failures());
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
