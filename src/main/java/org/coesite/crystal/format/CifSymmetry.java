package org.coesite.crystal.format;

import java.util.List;
import org.coesite.crystal.SymmetryOperation;

/**
 * What a CIF says about symmetry.
 *
 * @param number space-group number, 1 to 230
 * @param symbol Hermann–Mauguin symbol as CIF writes it, for example {@code P 32 2 1}
 * @param operations all operations of the cell, the identity first
 */
public record CifSymmetry(int number, String symbol, List<SymmetryOperation> operations) {

  /** All atoms listed. */
  public static final CifSymmetry NONE =
      new CifSymmetry(1, "P 1", List.of(SymmetryOperation.IDENTITY));

  /** Keeps its own copy. */
  public CifSymmetry {
    operations = List.copyOf(operations);
  }
}
