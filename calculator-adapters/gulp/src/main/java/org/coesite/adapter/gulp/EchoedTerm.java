package org.coesite.adapter.gulp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.ParticleType;

/**
 * One entry of the tables in which GULP repeats the terms that it was given.
 *
 * @param kind what GULP calls it: {@code Buckingham}, {@code Lennard}, {@code Spring (c-s)}…
 * @param particles kinds of particle that it acts on
 * @param values its numbers by the names that GULP gives them
 * @param cutoffs its upper cutoffs, Å
 */
record EchoedTerm(
    String kind, List<ParticleType> particles, Map<String, Double> values, List<Double> cutoffs) {

  /** Columns of the tables: particles, kind, name, value, unit, cutoffs. */
  private static final int KIND = 14;

  private static final int NAME = 28;
  private static final int VALUE = 44;
  private static final int UNIT = 58;
  private static final int CUTOFFS = 68;

  private static final Pattern PARTICLE = Pattern.compile("([A-Z][a-z]?)\\d*\\s+([cs])\\w*");

  /** Keeps its own copies. */
  EchoedTerm {
    particles = List.copyOf(particles);
    values = Map.copyOf(values);
    cutoffs = List.copyOf(cutoffs);
  }

  /** Reads all entries of a table; an entry begins where a kind stands. */
  static List<EchoedTerm> read(List<String> rows) {
    List<EchoedTerm> terms = new ArrayList<>();
    int end = rows.size();
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (!column(rows.get(i), KIND, NAME).isEmpty()) {
        terms.add(0, entry(rows.subList(i, end)));
        end = i;
      }
    }
    return terms;
  }

  private static EchoedTerm entry(List<String> rows) {
    List<ParticleType> particles = new ArrayList<>();
    Map<String, Double> values = new TreeMap<>();
    List<Double> cutoffs = new ArrayList<>();
    for (String row : rows) {
      Matcher matcher = PARTICLE.matcher(column(row, 0, KIND));
      while (matcher.find()) {
        particles.add(
            Geometry.Particle.of(matcher.group(1), matcher.group(2), Vector3.ZERO).type());
      }
      values.put(column(row, NAME, VALUE), Listing.number(column(row, VALUE, UNIT)));
      String[] range = column(row, CUTOFFS, row.length()).split("\\s+");
      if (range.length == 2) {
        cutoffs.add(Listing.number(range[1]));
      }
    }
    return new EchoedTerm(column(rows.get(0), KIND, NAME), particles, values, cutoffs);
  }

  private static String column(String row, int from, int to) {
    return row.length() <= from ? "" : row.substring(from, Math.min(to, row.length())).strip();
  }

  /** A number by its name; not a number if there is none. */
  double value(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  /** An upper cutoff in Å; not a number if there is none. */
  double cutoff(int index) {
    return index < cutoffs.size() ? cutoffs.get(index) : Double.NaN;
  }

  @Override
  public String toString() {
    return kind + " of " + particles + " " + new TreeMap<>(values) + " to " + cutoffs + " Å";
  }
}
