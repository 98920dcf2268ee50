package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/**
 * The Wyckoff positions of a space group in its standard setting: unique axis b, cell choice 1,
 * hexagonal axes, origin at the inversion centre where there is a choice.
 *
 * <p>Source: the tables of moyo 0.15.0, which follow the International Tables for Crystallography,
 * volume A. Looking up a group costs some milliseconds: keep the answer.
 *
 * @param spaceGroup the space group
 * @param latticeSystem which cell parameters are free
 * @param centring lattice points of the conventional cell
 * @param operations symmetry operations of the conventional cell
 * @param positions the general position first, then by falling multiplicity
 */
public record WyckoffPositions(
    SpaceGroup spaceGroup,
    LatticeSystem latticeSystem,
    Centring centring,
    List<SymmetryOperation> operations,
    List<WyckoffPosition> positions) {

  /** Second of two origins: the inversion centre. */
  private static final String ORIGIN_AT_INVERSION_CENTRE = "2";

  /** All constant terms of the tables are multiples of 1/48. */
  private static final double GRID = 48;

  /** Keeps its own copies. */
  public WyckoffPositions {
    operations = List.copyOf(operations);
    positions = List.copyOf(positions);
  }

  /**
   * Looks up a space group.
   *
   * @throws IllegalArgumentException if the number is not 1 to 230
   */
  public static WyckoffPositions of(int spaceGroupNumber) {
    LatticeSystem latticeSystem = LatticeSystem.of(spaceGroupNumber);
    Moyo moyo = new Moyo();
    ScriptObject setting = standardSetting(moyo.settings(spaceGroupNumber));
    List<SymmetryOperation> operations = MoyoCell.operations(moyo.operations(spaceGroupNumber));
    return new WyckoffPositions(
        new SpaceGroup(spaceGroupNumber, MoyoCell.symbol(setting.text("hm_short"))),
        latticeSystem,
        Centring.valueOf(setting.text("centering")),
        operations,
        moyo.wyckoffPositions(setting.integer("hall_number")).stream()
            .map(position -> position(position, operations))
            .toList());
  }

  /** Standard is the first setting that is tabulated, but for two origins the second. */
  private static ScriptObject standardSetting(List<ScriptObject> settings) {
    return settings.stream()
        .filter(s -> s.text("setting").equals(ORIGIN_AT_INVERSION_CENTRE))
        .findFirst()
        .orElse(settings.get(0));
  }

  private static WyckoffPosition position(
      ScriptObject position, List<SymmetryOperation> operations) {
    SymmetryOperation representative = SymmetryOperation.parse(position.text("coordinates"));
    Set<List<Long>> seen = new HashSet<>();
    List<SymmetryOperation> coordinates = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      SymmetryOperation image = operation.after(representative).wrapped();
      if (seen.add(key(image))) {
        coordinates.add(image);
      }
    }
    return new WyckoffPosition(
        position.text("letter"),
        position.integer("multiplicity"),
        position.text("site_symmetry"),
        coordinates);
  }

  private static List<Long> key(SymmetryOperation image) {
    List<Long> key = new ArrayList<>();
    for (Vector3 row : List.of(image.x(), image.y(), image.z())) {
      key.addAll(List.of(Math.round(row.x()), Math.round(row.y()), Math.round(row.z())));
    }
    Vector3 t = image.translation();
    for (double constant : new double[] {t.x(), t.y(), t.z()}) {
      key.add(Math.round(constant * GRID) % (long) GRID);
    }
    return key;
  }
}
