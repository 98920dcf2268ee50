package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Structure files of VASP 5 and later, which name their elements; lengths in Å.
 *
 * <p>Format: https://www.vasp.at/wiki/index.php/POSCAR. Selective-dynamics flags and what follows
 * the positions are read over.
 */
public final class Poscar {

  private Poscar() {}

  /**
   * Reads a POSCAR or CONTCAR.
   *
   * @param text the file's text
   * @param source its name, for messages
   * @throws StructureFormatException naming the line that cannot be used, its value and the limit
   */
  public static Structure read(String text, String source) {
    LineReader lines = new LineReader(text, source);
    lines.next("the title");
    String[] scaleWords = lines.words("the scale factor");
    double[] scale = Arrays.stream(scaleWords).mapToDouble(lines::number).toArray();
    if (scale.length == 0 || scale[0] == 0) {
      throw lines.fault("scale factor is 0");
    }
    Vector3 a = lines.vector(lines.words("lattice vector a"), 0);
    Vector3 b = lines.vector(lines.words("lattice vector b"), 0);
    Vector3 c = lines.vector(lines.words("lattice vector c"), 0);
    Vector3 factors = factors(scale, Math.abs(a.dot(b.cross(c))));
    Lattice lattice = lines.lattice(scaled(a, factors), scaled(b, factors), scaled(c, factors));
    List<Element> elements = elements(lines);
    boolean cartesian = isCartesian(lines);
    List<Site> sites = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (Element element : elements) {
      String expected = "atom %d of %d".formatted(sites.size() + 1, elements.size());
      Vector3 v = lines.vector(lines.words(expected), 0);
      sites.add(new Site(element, cartesian ? lattice.toFractional(scaled(v, factors)) : v));
      places.add(lines.place());
    }
    return SiteDistances.requireSensible(new Structure(lattice, sites), places, source);
  }

  /** One factor for all axes, one for each, or, if negative, the volume of the cell. */
  private static Vector3 factors(double[] scale, double unscaledVolume) {
    if (scale.length >= 3) {
      return new Vector3(scale[0], scale[1], scale[2]);
    }
    double factor = scale[0] > 0 ? scale[0] : Math.cbrt(-scale[0] / unscaledVolume);
    return new Vector3(factor, factor, factor);
  }

  private static Vector3 scaled(Vector3 v, Vector3 factors) {
    return new Vector3(v.x() * factors.x(), v.y() * factors.y(), v.z() * factors.z());
  }

  private static List<Element> elements(LineReader lines) {
    String[] symbols = lines.words("the element names");
    if (symbols[0].matches("\\d+")) {
      throw lines.fault(
          "'" + symbols[0] + "' where element names should stand (VASP 5 and later name them)");
    }
    List<Element> species = new ArrayList<>();
    for (String symbol : symbols) {
      // VASP 6 appends names of pseudopotentials: Si_pv, O/1a2b.
      species.add(lines.element(symbol.replaceFirst("[_/].*", "")));
    }
    String[] counts = lines.words("the numbers of atoms");
    if (counts.length != symbols.length) {
      throw lines.fault(
          "%d numbers of atoms for %d elements".formatted(counts.length, symbols.length));
    }
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int count = lines.count(counts[i]);
      lines.sum(elements.size(), count);
      elements.addAll(Collections.nCopies(count, species.get(i)));
    }
    return elements;
  }

  private static boolean isCartesian(LineReader lines) {
    String mode = lines.next("'Direct' or 'Cartesian'");
    if (mode.matches("[sS].*")) {
      mode = lines.next("'Direct' or 'Cartesian'");
    }
    if (!mode.matches("[cCkKdD].*")) {
      throw lines.fault("'" + mode + "' is neither 'Direct' nor 'Cartesian'");
    }
    return mode.matches("[cCkK].*");
  }

  /**
   * Writes a POSCAR with fractional coordinates, sites in their order.
   *
   * @param title first line
   */
  public static String write(Structure structure, String title) {
    Structure right = structure.rightHanded();
    StringBuilder text = new StringBuilder();
    text.append(title.lines().findFirst().orElse("")).append("\n1.0\n");
    for (Vector3 v : List.of(right.lattice().a(), right.lattice().b(), right.lattice().c())) {
      text.append(line(v));
    }
    List<String> symbols = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (Site site : right.sites()) {
      int last = symbols.size() - 1;
      if (last >= 0 && symbols.get(last).equals(site.element().symbol())) {
        counts.set(last, counts.get(last) + 1);
      } else {
        symbols.add(site.element().symbol());
        counts.add(1);
      }
    }
    text.append(String.join(" ", symbols)).append('\n');
    text.append(String.join(" ", counts.stream().map(String::valueOf).toList())).append('\n');
    text.append("Direct\n");
    right.sites().forEach(site -> text.append(line(site.fractional())));
    return text.toString();
  }

  private static String line(Vector3 v) {
    return String.format(Locale.ROOT, "%18.12f %18.12f %18.12f\n", v.x(), v.y(), v.z());
  }
}
