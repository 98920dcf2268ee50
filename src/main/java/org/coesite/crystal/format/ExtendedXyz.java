package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Extended XYZ files: Cartesian positions in Å, lattice and column names in the second line.
 *
 * <p>Format: https://github.com/libAtoms/extxyz. Of a file with several structures the first
 * counts.
 */
public final class ExtendedXyz {

  private static final Pattern ENTRY =
      Pattern.compile("(?<![\\w-])([A-Za-z_][\\w-]*+)\\s*+=\\s*+(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");

  private static final String DEFAULT_COLUMNS = "species:S:1:pos:R:3";

  private static final int MOST_COLUMNS = 10_000;

  private ExtendedXyz() {}

  /**
   * Reads the first structure.
   *
   * @param text the file's text
   * @param source its name, for messages
   * @throws StructureFormatException naming the line that cannot be used, its value and the limit
   */
  public static Structure read(String text, String source) {
    LineReader lines = new LineReader(text, source);
    int atoms = lines.count(lines.next("the number of atoms"));
    Map<String, String> header = header(lines.next("Lattice and Properties"));
    Lattice lattice = lattice(lines, header);
    String columns = header.getOrDefault("properties", DEFAULT_COLUMNS);
    int species = column(lines, columns, "species");
    int position = column(lines, columns, "pos");
    List<Site> sites = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      String[] words = lines.words("atom %d of %d".formatted(i + 1, atoms));
      Vector3 cartesian = lines.vector(words, position);
      if (words.length <= species) {
        throw lines.fault("no element in column " + (species + 1));
      }
      sites.add(new Site(lines.element(words[species]), lattice.toFractional(cartesian)));
      places.add(lines.place());
    }
    return SiteDistances.requireSensible(new Structure(lattice, sites), places, source);
  }

  private static Map<String, String> header(String line) {
    Map<String, String> header = new HashMap<>();
    Matcher matcher = ENTRY.matcher(line);
    while (matcher.find()) {
      for (int group = 2; group <= 4; group++) {
        if (matcher.group(group) != null) {
          header.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(group));
        }
      }
    }
    return header;
  }

  private static Lattice lattice(LineReader lines, Map<String, String> header) {
    String text = header.get("lattice");
    if (text == null) {
      throw lines.fault("Lattice is missing; a structure needs its cell");
    }
    String periodic = header.getOrDefault("pbc", "T T T");
    if (periodic.matches(".*[Ff].*")) {
      throw lines.fault("pbc is '" + periodic + "'; a crystal is periodic along all three vectors");
    }
    String[] words = text.strip().split("\\s+");
    if (words.length != 9) {
      throw lines.fault("Lattice has %d numbers, not 9".formatted(words.length));
    }
    return lines.lattice(lines.vector(words, 0), lines.vector(words, 3), lines.vector(words, 6));
  }

  /** Where a property begins in the list name:type:columns:name:type:columns… */
  private static int column(LineReader lines, String properties, String name) {
    String[] parts = properties.split(":");
    int column = 0;
    for (int i = 0; i + 2 < parts.length; i += 3) {
      if (parts[i].equals(name)) {
        return column;
      }
      column += lines.count(parts[i + 2]);
      if (column > MOST_COLUMNS) {
        throw lines.fault("Properties has more than %d columns".formatted(MOST_COLUMNS));
      }
    }
    throw lines.fault("Properties '" + properties + "' lacks '" + name + "'");
  }

  /**
   * Writes one structure.
   *
   * @param title kept under {@code title} in the second line
   */
  public static String write(Structure structure, String title) {
    Structure right = structure.rightHanded();
    StringBuilder text = new StringBuilder();
    text.append(right.size()).append('\n');
    text.append("Lattice=\"");
    Lattice lattice = right.lattice();
    text.append(numbers(lattice.a())).append(' ');
    text.append(numbers(lattice.b())).append(' ');
    text.append(numbers(lattice.c())).append("\" Properties=").append(DEFAULT_COLUMNS);
    text.append(" pbc=\"T T T\" title=\"");
    text.append(title.lines().findFirst().orElse("").replace('"', '\'')).append("\"\n");
    for (int i = 0; i < right.size(); i++) {
      text.append(right.sites().get(i).element()).append(' ');
      text.append(numbers(right.cartesian(i))).append('\n');
    }
    return text.toString();
  }

  private static String numbers(Vector3 v) {
    return String.format(Locale.ROOT, "%.12f %.12f %.12f", v.x(), v.y(), v.z());
  }
}
