package org.coesite.adapter.quantumespresso;

import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.crystal.Element;

/**
 * What the head of a UPF file says of a pseudopotential.
 *
 * @param element that it stands for
 * @param functional that it was made with, for example PBE
 * @param valence electrons that are computed
 */
record UpfHeader(String element, String functional, double valence) {

  private static final String HEAD = "<PP_HEADER";

  /** Begins the mesh; {@code <PP_RAB>} begins in a similar way. */
  private static final Pattern MESH = Pattern.compile("<PP_R(?:\\s[^<>]*+)?>");

  private static final Pattern LAST_TAG = Pattern.compile("</PP_\\w+>$");

  /** The shortest set with anything in it is longer, bytes. */
  private static final int SHORTEST = 2000;

  /**
   * Reads the head and checks that nothing of the file is missing.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static UpfHeader of(String upf, Element element) {
    if (!upf.contains(HEAD)) {
      throw new IllegalArgumentException("is no UPF file: there is no <PP_HEADER in it");
    }
    String text = head(upf);
    String end = upf.substring(Math.max(0, upf.length() - SHORTEST)).stripTrailing();
    boolean whole =
        upf.contains("<UPF ")
            ? end.endsWith("</UPF>")
            : upf.contains("</PP_RHOATOM>") && LAST_TAG.matcher(end).find();
    if (upf.length() < SHORTEST || text.isEmpty() || !whole) {
      throw new IllegalArgumentException(
          "is cut short: its %d bytes do not end as a UPF file does".formatted(upf.length()));
    }
    UpfHeader header = text.contains("element=") ? attributes(text) : lines(text);
    String size =
        text.contains("element=")
            ? attribute(text, "mesh_size")
            : line(text, "Number of points in mesh");
    double mesh = number("mesh size", size);
    long points = points(upf);
    if (points != mesh) {
      throw new IllegalArgumentException(
          "is damaged: its mesh has %d points, its head says %.0f".formatted(points, mesh));
    }
    if (!header.element().equals(element.symbol())) {
      throw new IllegalArgumentException("is for element " + header.element());
    }
    return header;
  }

  /** What stands in the head; empty if it does not end. */
  private static String head(String upf) {
    int start = upf.indexOf(HEAD) + HEAD.length();
    int end = firstOf(upf.indexOf("/>", start), upf.indexOf("</PP_HEADER>", start));
    return end < 0 ? "" : upf.substring(start, end);
  }

  private static int firstOf(int one, int other) {
    return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private static long points(String upf) {
    Matcher mesh = MESH.matcher(upf);
    if (!mesh.find()) {
      return 0;
    }
    int end = upf.indexOf("</PP_R>", mesh.end());
    return end < 0 ? 0 : new StringTokenizer(upf.substring(mesh.end(), end)).countTokens();
  }

  private static double number(String what, String text) {
    String word = text.split("\\s+", 2)[0];
    double number;
    try {
      number = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "is damaged: its %s is no number: '%s'".formatted(what, word), e);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "is damaged: its %s is not finite: '%s'".formatted(what, word));
    }
    return number;
  }

  private static UpfHeader attributes(String text) {
    return new UpfHeader(
        attribute(text, "element"),
        Functional.named(attribute(text, "functional")),
        number("valence", attribute(text, "z_valence")));
  }

  private static String attribute(String text, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("is damaged: its head has no " + name);
    }
    return matcher.group(1).trim();
  }

  private static UpfHeader lines(String text) {
    return new UpfHeader(
        line(text, "Element"),
        Functional.named(line(text, "Exchange-Correlation functional")),
        number("valence", line(text, "Z valence")));
  }

  private static String line(String text, String label) {
    return text.lines()
        .filter(line -> line.stripTrailing().endsWith(label))
        .findFirst()
        .flatMap(line -> Optional.of(line.substring(0, line.lastIndexOf(label)).trim()))
        .orElseThrow(
            () -> new IllegalArgumentException("is damaged: its head has no line " + label));
  }
}
