package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/** Structures and symmetry in moyo's own terms. */
final class MoyoCell {

  private MoyoCell() {}

  /** Lattice rows in Å, fractional positions and atomic numbers as JSON. */
  static String json(Structure structure) {
    StringJoiner positions = new StringJoiner(",", "[", "]");
    StringJoiner numbers = new StringJoiner(",", "[", "]");
    for (Site site : structure.sites()) {
      Vector3 f = site.fractional();
      if (!Double.isFinite(f.x() + f.y() + f.z())) {
        throw new IllegalArgumentException("coordinate is not finite: " + site);
      }
      positions.add("[" + list(f.wrapped()) + "]");
      numbers.add(String.valueOf(site.element().atomicNumber()));
    }
    Lattice l = structure.lattice();
    return "{\"lattice\":{\"basis\":[%s,%s,%s]},\"positions\":%s,\"numbers\":%s}"
        .formatted(list(l.a()), list(l.b()), list(l.c()), positions, numbers);
  }

  private static String list(Vector3 v) {
    return v.x() + "," + v.y() + "," + v.z();
  }

  /** What moyo found, after failures at larger tolerances. */
  static Symmetry symmetry(ScriptObject dataset, List<String> failures) {
    int number = dataset.integer("number");
    return new Symmetry(
        new SpaceGroup(number, symbol(dataset.text("hm_symbol"))),
        dataset.texts("wyckoffs"),
        operations(dataset.objects("operations")),
        StandardCell.of(structure(dataset.object("std_cell")), number),
        structure(dataset.object("prim_std_cell")),
        dataset.integers("orbits"),
        dataset.number("symprec"),
        failures);
  }

  /** Hermann–Mauguin symbol without blanks. */
  static String symbol(String spaced) {
    return spaced.replace(" ", "");
  }

  /** Operations with constant terms in [0, 1). */
  static List<SymmetryOperation> operations(List<ScriptObject> objects) {
    return objects.stream().map(MoyoCell::operation).toList();
  }

  private static SymmetryOperation operation(ScriptObject operation) {
    double[] r = operation.numbers("rotation");
    return new SymmetryOperation(
            row(r, 0), row(r, 1), row(r, 2), vector(operation.numbers("translation"), 0))
        .wrapped();
  }

  private static Structure structure(ScriptObject cell) {
    double[] b = cell.object("lattice").numbers("basis");
    List<Integer> numbers = cell.integers("numbers");
    List<double[]> positions = cell.vectors("positions");
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      sites.add(
          new Site(Element.ofAtomicNumber(numbers.get(i)), vector(positions.get(i), 0).wrapped()));
    }
    Lattice lattice = new Lattice(vector(b, 0), vector(b, 3), vector(b, 6));
    return new Structure(lattice.inStandardOrientation(), sites);
  }

  /** moyo lists matrices column by column. */
  private static Vector3 row(double[] columns, int row) {
    return new Vector3(columns[row] + 0.0, columns[row + 3] + 0.0, columns[row + 6] + 0.0);
  }

  /** Adding zero turns a negative zero into a positive one. */
  private static Vector3 vector(double[] numbers, int from) {
    return new Vector3(numbers[from] + 0.0, numbers[from + 1] + 0.0, numbers[from + 2] + 0.0);
  }
}
