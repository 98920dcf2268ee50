package org.coesite.adapter.quantumespresso;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.calculator.Units;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * The numbers of a run, from {@code data-file-schema.xml} in Hartree atomic units.
 *
 * @param calculation that was asked for
 * @param mesh that was asked for; empty for a list of k-points
 * @param cutoff of the wave functions, Ry
 * @param densityCutoff Ry
 * @param steps the steps of a relaxation, each with the energy of its own structure
 * @param output where the run ended; empty without an energy. In a run that was stopped it pairs
 *     the next structure with the last energy
 * @param kPoints that were computed, 0 if none was
 */
record PwXml(
    String calculation,
    Optional<KMesh> mesh,
    double cutoff,
    double densityCutoff,
    List<Point> steps,
    Optional<Point> output,
    int kPoints) {

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is incomplete or a number that is needed is missing
   */
  static PwXml read(byte[] xml) {
    XmlElement root = XmlElement.root(xml);
    XmlElement input = root.get("input");
    List<Point> steps = new ArrayList<>();
    for (XmlElement step : root.children("step")) {
      steps.add(point(step));
    }
    Optional<XmlElement> output = root.find("output");
    return new PwXml(
        input.get("control_variables/calculation").text(),
        input
            .find("k_points_IBZ/monkhorst_pack")
            .flatMap(
                m ->
                    KMesh.parse(
                        String.join(
                            " ", m.attribute("nk1"), m.attribute("nk2"), m.attribute("nk3")))),
        input.get("basis/ecutwfc").number() * PwUnits.RYDBERG_PER_HARTREE,
        input.get("basis/ecutrho").number() * PwUnits.RYDBERG_PER_HARTREE,
        List.copyOf(steps),
        output.filter(o -> o.find("total_energy/etot").isPresent()).map(PwXml::point),
        output.flatMap(o -> o.find("band_structure/nks")).map(n -> (int) n.number()).orElse(0));
  }

  private static Point point(XmlElement e) {
    return new Point(
        structure(e.get("atomic_structure")),
        e.get("total_energy/etot").number() * PwUnits.RYDBERG_PER_HARTREE,
        e.find("forces").map(f -> maxForce(f.numbers())).orElse(Double.NaN),
        e.find("stress").map(s -> pressure(s.numbers())).orElse(Double.NaN));
  }

  private static double maxForce(double[] f) {
    double largest = 0;
    for (int i = 0; i + 2 < f.length; i += 3) {
      largest = Math.max(largest, new Vector3(f[i], f[i + 1], f[i + 2]).length());
    }
    return largest * PwUnits.RYDBERG_PER_HARTREE * Units.RYDBERG / PwUnits.BOHR;
  }

  /** A third of the trace: pw.x counts a stress that wants to expand as positive. */
  private static double pressure(double[] s) {
    return s.length == 9 ? (s[0] + s[4] + s[8]) / 3 * PwUnits.KBAR_PER_ATOMIC_PRESSURE : Double.NaN;
  }

  private static Structure structure(XmlElement e) {
    Lattice lattice =
        new Lattice(
            vector(e.get("cell/a1")).times(PwUnits.BOHR),
            vector(e.get("cell/a2")).times(PwUnits.BOHR),
            vector(e.get("cell/a3")).times(PwUnits.BOHR));
    Lattice reciprocal = lattice.reciprocal();
    List<Site> sites = new ArrayList<>();
    for (XmlElement atom : e.get("atomic_positions").children("atom")) {
      Vector3 r = vector(atom).times(PwUnits.BOHR);
      Vector3 fractional =
          new Vector3(reciprocal.a().dot(r), reciprocal.b().dot(r), reciprocal.c().dot(r));
      sites.add(new Site(Element.ofSymbol(atom.attribute("name")), fractional));
    }
    return new Structure(lattice, sites);
  }

  private static Vector3 vector(XmlElement e) {
    double[] v = e.numbers();
    if (v.length != 3 || !Double.isFinite(v[0] + v[1] + v[2])) {
      throw new IllegalArgumentException("'%s' is no vector".formatted(e.text()));
    }
    return new Vector3(v[0], v[1], v[2]);
  }
}
