package org.coesite.adapter.quantumespresso;

import java.util.Optional;
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

  private static final Pattern BLOCK =
      Pattern.compile("<PP_HEADER(.*?)(?:/>|</PP_HEADER>)", Pattern.DOTALL);
  private static final Pattern MESH_POINTS =
      Pattern.compile("<PP_R\\b[^>]*>(.*?)</PP_R>", Pattern.DOTALL);

  /** The shortest set with anything in it is longer, bytes. */
  private static final int SHORTEST = 2000;

  /**
   * Reads the head and checks that nothing of the file is missing.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static UpfHeader of(String upf, Element element) {
    if (!upf.contains("<PP_HEADER")) {
      throw new IllegalArgumentException("is no UPF file: there is no <PP_HEADER in it");
    }
    Matcher block = BLOCK.matcher(upf);
    boolean whole =
        upf.contains("<UPF ")
            ? upf.stripTrailing().endsWith("</UPF>")
            : upf.contains("</PP_RHOATOM>") && upf.stripTrailing().matches("(?s).*</PP_\\w+>");
    if (upf.length() < SHORTEST || !block.find() || !whole) {
      throw new IllegalArgumentException(
          "is cut short: its %d bytes do not end as a UPF file does".formatted(upf.length()));
    }
    String text = block.group(1);
    UpfHeader header = text.contains("element=") ? attributes(text) : lines(text);
    int mesh =
        text.contains("element=")
            ? (int) Double.parseDouble(attribute(text, "mesh_size"))
            : Integer.parseInt(line(text, "Number of points in mesh").split("\\s+")[0]);
    long points = points(upf);
    if (points != mesh) {
      throw new IllegalArgumentException(
          "is damaged: its mesh has %d points, its head says %d".formatted(points, mesh));
    }
    if (!header.element().equals(element.symbol())) {
      throw new IllegalArgumentException("is for element " + header.element());
    }
    return header;
  }

  private static long points(String upf) {
    Matcher matcher = MESH_POINTS.matcher(upf);
    return matcher.find() ? matcher.group(1).trim().split("\\s+").length : 0;
  }

  private static UpfHeader attributes(String text) {
    return new UpfHeader(
        attribute(text, "element"),
        Functional.named(attribute(text, "functional")),
        Double.parseDouble(attribute(text, "z_valence")));
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
        Double.parseDouble(line(text, "Z valence")));
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
