package org.coesite.crystal.format;

import java.util.List;
import java.util.Locale;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;

/** Goes through the lines of a text and knows where it is. */
final class LineReader {

  /** More atoms than this in a line are an error in the file. */
  static final int MOST_ATOMS = 10_000;

  private final String source;
  private final List<String> lines;
  private int read;

  LineReader(String text, String source) {
    this.source = source;
    this.lines = text.lines().toList();
  }

  /** The next line without blanks around it. */
  String next(String expected) {
    if (read == lines.size()) {
      throw new StructureFormatException(
          source, "line " + (read + 1), "the file ends where " + expected + " should stand");
    }
    return lines.get(read++).strip();
  }

  /** The words of the next line. */
  String[] words(String expected) {
    return next(expected).split("\\s+");
  }

  /** The line read last, for messages. */
  String place() {
    return "line " + read;
  }

  /** A fault in the line read last. */
  StructureFormatException fault(String problem) {
    return new StructureFormatException(source, place(), problem);
  }

  /** Three numbers from a place in the words of the line read last. */
  Vector3 vector(String[] words, int from) {
    if (words.length < from + 3) {
      throw fault("%d values where %d are needed".formatted(words.length, from + 3));
    }
    return new Vector3(number(words[from]), number(words[from + 1]), number(words[from + 2]));
  }

  /** A finite number in the line read last. */
  double number(String word) {
    try {
      double number = Double.parseDouble(word);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault("'" + word + "' is no number");
    }
    throw fault("'" + word + "' is not finite");
  }

  /** A count of at least one in the line read last. */
  int count(String word) {
    int count;
    try {
      count = Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw fault("'" + word + "' is no whole number");
    }
    if (count < 1) {
      throw fault("number of atoms " + word + " is below 1");
    }
    return sum(0, count);
  }

  /** The sum of two counts in the line read last, bounded like each of them. */
  int sum(long one, int other) {
    if (one + other > MOST_ATOMS) {
      throw fault("number of atoms %d is above %d".formatted(one + other, MOST_ATOMS));
    }
    return (int) one + other;
  }

  /** An element in the line read last. */
  Element element(String symbol) {
    try {
      return Element.ofSymbol(symbol);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage());
    }
  }

  /** A right-handed lattice that ends in the line read last. */
  Lattice lattice(Vector3 a, Vector3 b, Vector3 c) {
    double volume = a.dot(b.cross(c));
    if (volume < 0) {
      throw fault(
          String.format(
              Locale.ROOT, "lattice vectors are left-handed: volume %.4f Å³ is below 0", volume));
    }
    double longest = Math.max(a.length(), Math.max(b.length(), c.length()));
    if (longest > SiteDistances.LONGEST_VECTOR) {
      throw fault(
          String.format(
              Locale.ROOT,
              "lattice vector of %.0f Å is above %.0f Å",
              longest,
              SiteDistances.LONGEST_VECTOR));
    }
    try {
      return new Lattice(a, b, c);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage());
    }
  }
}
