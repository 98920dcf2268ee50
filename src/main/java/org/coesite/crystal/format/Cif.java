package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/**
 * Crystallographic Information Files, lengths in Å and angles in degrees.
 *
 * <p>Format: https://www.iucr.org/resources/cif; items of the core dictionary. Tokens are read by
 * ciftools-java. Reading gives all atoms of the cell; writing gives P 1 or an asymmetric unit.
 */
public final class Cif {

  private static final String CELL_VOLUME = "_cell_volume";
  private static final String LABEL = "_atom_site_label";
  private static final String TYPE_SYMBOL = "_atom_site_type_symbol";
  private static final String OCCUPANCY = "_atom_site_occupancy";
  private static final List<String> COORDINATES =
      List.of("_atom_site_fract_x", "_atom_site_fract_y", "_atom_site_fract_z");

  private Cif() {}

  /**
   * Reads the first block with a cell, its symmetry expanded.
   *
   * @param text the file's text
   * @param source its name, for messages
   * @throws StructureFormatException naming the item that cannot be used, its value and the limit
   */
  public static Structure read(String text, String source) {
    CifBlock block = CifBlock.read(text, source);
    Lattice lattice = lattice(block);
    List<SymmetryOperation> operations = CifOperations.of(block, lattice);
    int rows = block.column(COORDINATES.get(0)).size();
    if (rows == 0) {
      throw block.fault(COORDINATES.get(0), "missing; a structure needs its atoms");
    }
    requireFewEnough(block, rows);
    List<Site> sites = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Element element = element(block, row);
      requireFull(block, row);
      Vector3 fractional =
          new Vector3(
              coordinate(block, 0, row), coordinate(block, 1, row), coordinate(block, 2, row));
      String place = place(block, row);
      for (Vector3 image : Orbit.of(fractional, operations, lattice)) {
        sites.add(new Site(element, image));
        places.add(place);
      }
      requireFewEnough(block, sites.size());
    }
    return SiteDistances.requireSensible(new Structure(lattice, sites), places, source);
  }

  private static void requireFewEnough(CifBlock block, int atoms) {
    if (atoms > LineReader.MOST_ATOMS) {
      throw block.fault(
          COORDINATES.get(0),
          "number of atoms %d is above %d".formatted(atoms, LineReader.MOST_ATOMS));
    }
  }

  private static Lattice lattice(CifBlock block) {
    block
        .value(CELL_VOLUME)
        .map(volume -> block.number(CELL_VOLUME, volume))
        .filter(volume -> volume <= 0)
        .ifPresent(
            volume -> {
              throw block.fault(CELL_VOLUME, volume + " Å³ is not above 0");
            });
    try {
      return Lattice.fromParameters(
          length(block, "_cell_length_a"),
          length(block, "_cell_length_b"),
          length(block, "_cell_length_c"),
          block.number("_cell_angle_alpha"),
          block.number("_cell_angle_beta"),
          block.number("_cell_angle_gamma"));
    } catch (StructureFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw block.fault("_cell_length_a to _cell_angle_gamma", e.getMessage());
    }
  }

  private static double length(CifBlock block, String name) {
    double length = block.number(name);
    if (length <= 0) {
      throw block.fault(name, length + " Å is not above 0");
    }
    return length;
  }

  private static Element element(CifBlock block, int row) {
    String symbol = entry(block, TYPE_SYMBOL, row);
    try {
      return CifBlock.isPresent(symbol)
          ? CifSpecies.ofTypeSymbol(symbol)
          : CifSpecies.ofLabel(entry(block, LABEL, row));
    } catch (IllegalArgumentException e) {
      throw block.fault(place(block, row), e.getMessage());
    }
  }

  private static void requireFull(CifBlock block, int row) {
    String occupancy = entry(block, OCCUPANCY, row);
    if (CifBlock.isPresent(occupancy) && Math.abs(block.number(OCCUPANCY, occupancy) - 1) > 1e-3) {
      throw block.fault(
          place(block, row), OCCUPANCY + " is " + occupancy + "; only full sites can be used");
    }
  }

  private static double coordinate(CifBlock block, int axis, int row) {
    String name = COORDINATES.get(axis);
    String value = entry(block, name, row);
    if (!CifBlock.isPresent(value)) {
      throw block.fault(place(block, row), name + " is missing");
    }
    return block.number(name + " of " + place(block, row), value);
  }

  private static String place(CifBlock block, int row) {
    String label = entry(block, LABEL, row);
    if (!CifBlock.isPresent(label)) {
      return "site " + (row + 1);
    }
    boolean unique = Collections.frequency(block.column(LABEL), label) == 1;
    return "site " + label + (unique ? "" : " (row " + (row + 1) + ")");
  }

  private static String entry(CifBlock block, String name, int row) {
    List<String> column = block.column(name);
    return row < column.size() ? column.get(row) : "?";
  }

  /**
   * Writes all atoms of a cell without symmetry.
   *
   * @param title name of the data block; blanks become underscores
   */
  public static String write(Structure structure, String title) {
    return write(structure, CifSymmetry.NONE, title);
  }

  /**
   * Writes an asymmetric unit with its symmetry.
   *
   * @param asymmetricUnit one site of each orbit
   * @param symmetry space group and all operations, in the cell of the structure
   * @param title name of the data block; blanks become underscores
   */
  public static String write(Structure asymmetricUnit, CifSymmetry symmetry, String title) {
    return CifWriter.write(asymmetricUnit.rightHanded(), symmetry, title);
  }
}
