package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.Centring;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/** The cell that is handed to pw.x, made symmetric to the last digit. */
record StartCell(SymmetryFinder symmetry) {

  static final String PRIMITIVE = "primitive";
  static final String STANDARDISED = "standardised";
  static final String GIVEN = "given";
  static final List<String> NAMES = List.of(PRIMITIVE, STANDARDISED, GIVEN);

  /** Closer than any two nuclei in a crystal, Å: pw.x would return nonsense without a word. */
  private static final double CLOSEST = 0.5;

  /** Denser than any crystal, Å³ per atom: fewer plane waves than bands would be left. */
  static final double SMALLEST_VOLUME = 1.5;

  /**
   * The cell of this name. The primitive one keeps the orientation of the standard one: pw.x looks
   * for symmetry along certain directions only, and finds a quarter of it in a cubic cell that lies
   * another way.
   */
  Structure of(Structure start, String name) {
    if (name.equals(GIVEN)) {
      return start;
    }
    Symmetry found = symmetry.find(start, SymmetryFinder.USUAL_TOLERANCE);
    Structure standardised = found.standardised().wrapped();
    return name.equals(STANDARDISED)
        ? standardised
        : Centring.valueOf(found.spaceGroup().symbol().substring(0, 1)).primitive(standardised);
  }

  /** Why a structure is beyond what pw.x can compute. */
  static Optional<String> collapse(Structure structure) {
    double shortest = PeriodicDistances.of(structure).shortest();
    if (shortest < CLOSEST) {
      return Optional.of(
          String.format(
              Locale.ROOT, "two atoms are %.3f Å apart; the limit is %.1f Å", shortest, CLOSEST));
    }
    return structure.volumePerAtom() < SMALLEST_VOLUME
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the cell has %.3f Å³ per atom; the limit is %.1f Å³",
                structure.volumePerAtom(),
                SMALLEST_VOLUME))
        : Optional.empty();
  }
}
