package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/** Symmetry operations of a CIF block. */
final class CifOperations {

  private static final List<String> LISTS =
      List.of("_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz");

  /** Where a space group stands, in the order of trust. */
  private static final List<String> NAMES =
      List.of(
          "_space_group_IT_number",
          "_symmetry_Int_Tables_number",
          "_space_group_name_H-M_alt",
          "_symmetry_space_group_name_H-M");

  /** Relative difference of a cell's scalar products that rounding in a file may cause. */
  private static final double METRIC_SLACK = 0.02;

  /** A cell that is centred on all faces has 192; a larger cell of the same crystal some more. */
  private static final int MOST = 1000;

  private CifOperations() {}

  /**
   * Reads the listed operations; without a list the cell is taken as it is if the file says P 1 or
   * nothing.
   *
   * @throws StructureFormatException if an operation cannot be read or does not map the lattice
   *     onto itself, or if the file names a space group without listing its operations
   */
  static List<SymmetryOperation> of(CifBlock block, Lattice lattice) {
    for (String name : LISTS) {
      List<SymmetryOperation> operations = new ArrayList<>();
      for (String triplet : block.column(name)) {
        if (CifBlock.isPresent(triplet)) {
          SymmetryOperation operation = parse(block, name, triplet);
          requireFit(block, name, operation, lattice);
          operations.add(operation);
          if (operations.size() > MOST) {
            throw block.fault(name, "more than %d operations".formatted(MOST));
          }
        }
      }
      if (!operations.isEmpty()) {
        return operations;
      }
    }
    requireNoSymmetry(block);
    return List.of(SymmetryOperation.IDENTITY);
  }

  private static SymmetryOperation parse(CifBlock block, String name, String triplet) {
    try {
      return SymmetryOperation.parse(triplet);
    } catch (IllegalArgumentException e) {
      throw block.fault(name, e.getMessage());
    }
  }

  /** An operation keeps the scalar products of the lattice vectors. */
  private static void requireFit(
      CifBlock block, String name, SymmetryOperation operation, Lattice lattice) {
    Vector3[] before = {lattice.a(), lattice.b(), lattice.c()};
    Vector3[] after = new Vector3[3];
    after[0] = image(operation, new Vector3(1, 0, 0), lattice);
    after[1] = image(operation, new Vector3(0, 1, 0), lattice);
    after[2] = image(operation, new Vector3(0, 0, 1), lattice);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double change = after[i].dot(after[j]) - before[i].dot(before[j]);
        if (!(Math.abs(change) <= METRIC_SLACK * before[i].length() * before[j].length())) {
          throw block.fault(
              name,
              "'%s' does not fit the cell: lengths or angles differ by more than %.0f%%"
                  .formatted(operation.triplet(), 100 * METRIC_SLACK));
        }
      }
    }
  }

  private static Vector3 image(SymmetryOperation operation, Vector3 vector, Lattice lattice) {
    return lattice.toCartesian(operation.apply(vector).minus(operation.translation()));
  }

  /** The number counts, where there is one; the symbol beside it may be a program's filler. */
  private static void requireNoSymmetry(CifBlock block) {
    for (String name : NAMES) {
      Optional<String> group = block.value(name);
      if (group.isPresent()) {
        String compact = group.get().replace(" ", "");
        if (compact.equals("1") || compact.equalsIgnoreCase("P1")) {
          return;
        }
        throw block.fault(
            name,
            "'%s' without its operations; %s should list them"
                .formatted(group.get(), LISTS.get(0)));
      }
    }
  }
}
