package org.coesite.symmetry;

import java.util.List;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;

/**
 * The symmetry of a structure at a tolerance in Å.
 *
 * @param spaceGroup its space group
 * @param wyckoffLetters letter per site of the structure, standard setting
 * @param operations symmetry operations in the structure's own cell and origin; a supercell lacks
 *     those that do not map its lattice onto itself
 * @param standardised the conventional cell in the standard setting, positions made exact
 * @param primitive a primitive cell of the standardised one
 * @param equivalentSites per site the first site that an operation maps it onto
 * @param tolerance the tolerance at which this holds, Å; moyo lowers it by itself where it has to
 * @param failures why larger tolerances, or all, gave no symmetry; empty as a rule
 */
public record Symmetry(
    SpaceGroup spaceGroup,
    List<String> wyckoffLetters,
    List<SymmetryOperation> operations,
    Structure standardised,
    Structure primitive,
    List<Integer> equivalentSites,
    double tolerance,
    List<String> failures) {

  /** Keeps its own copies. */
  public Symmetry {
    wyckoffLetters = List.copyOf(wyckoffLetters);
    operations = List.copyOf(operations);
    equivalentSites = List.copyOf(equivalentSites);
    failures = List.copyOf(failures);
  }
}
