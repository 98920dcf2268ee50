package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.crystal.SymmetryOperation;

/** Symmetry operations of a CIF block. */
final class CifOperations {

  private static final List<String> LISTS =
      List.of("_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz");

  private CifOperations() {}

  /**
   * Reads the listed operations; without a list the cell is taken as it is if the file says P 1 or
   * nothing.
   *
   * @throws StructureFormatException if an operation cannot be read, or if the file names a space
   *     group without listing its operations
   */
  static List<SymmetryOperation> of(CifBlock block) {
    for (String name : LISTS) {
      List<SymmetryOperation> operations = new ArrayList<>();
      for (String triplet : block.column(name)) {
        if (CifBlock.isPresent(triplet)) {
          operations.add(parse(block, name, triplet));
        }
      }
      if (!operations.isEmpty()) {
        return operations;
      }
    }
    requireTriclinic(block, "_space_group_IT_number", "_symmetry_Int_Tables_number", "1");
    requireTriclinic(block, "_space_group_name_H-M_alt", "_symmetry_space_group_name_H-M", "P1");
    return List.of(SymmetryOperation.IDENTITY);
  }

  private static SymmetryOperation parse(CifBlock block, String name, String triplet) {
    try {
      return SymmetryOperation.parse(triplet);
    } catch (IllegalArgumentException e) {
      throw block.fault(name, e.getMessage());
    }
  }

  private static void requireTriclinic(
      CifBlock block, String name, String olderName, String triclinic) {
    Optional<String> group = block.value(name, olderName);
    if (group.isPresent() && !group.get().replace(" ", "").equals(triclinic)) {
      throw block.fault(
          block.value(name).isPresent() ? name : olderName,
          "'%s' without its operations; %s should list them".formatted(group.get(), LISTS.get(0)));
    }
  }
}
