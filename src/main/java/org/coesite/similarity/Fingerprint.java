package org.coesite.similarity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Neighbour;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Structure;

/**
 * Which distances in Å occur in a crystal between which elements: the fingerprint of Oganov and
 * Valle.
 *
 * <p>For each pair of elements A and B
 *
 * <pre>  F_AB(R) = Σ_i∈A Σ_j∈B g(R − R_ij) / (4π R_ij² N_A N_B / V) − 1</pre>
 *
 * with j over all periodic images and g a normalised Gaussian, so that F is 0 where atoms are
 * spread as in a gas. Its value depends on neither the choice of cell nor the orientation nor the
 * origin; a supercell has the fingerprint of its primitive cell. Mirror images have the same one.
 *
 * <p>Source: Oganov and Valle, J. Chem. Phys. 130, 104504 (2009), doi 10.1063/1.3079326. Cutoff and
 * width are chosen from the distances measured in {@code docs/similarity.md}.
 */
public final class Fingerprint {

  /** Largest distance R, Å. */
  public static final double CUTOFF = 10;

  /** Standard deviation of the Gaussian that stands for one distance, Å. */
  public static final double WIDTH = 0.15;

  /** Points R; spaced at half the width they lose nothing of a Gaussian. */
  private static final int POINTS = (int) Math.ceil(2 * CUTOFF / WIDTH);

  private static final double SPACING = CUTOFF / POINTS;

  /** Where the Gaussian is cut, Å: at five widths it is 4e-6 of its height. */
  private static final double REACH = 5 * WIDTH;

  /** Stands for a pair of elements that a structure lacks; never written to. */
  private static final double[] ABSENT = new double[POINTS];

  /** √w_AB F_AB for each pair, the whole scaled to the length 1. */
  private final Map<Pair, double[]> functions;

  private record Pair(Element a, Element b) implements Comparable<Pair> {

    static Pair of(Element a, Element b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }

    @Override
    public int compareTo(Pair other) {
      int first = a.compareTo(other.a);
      return first != 0 ? first : b.compareTo(other.b);
    }
  }

  private Fingerprint(Map<Pair, double[]> functions) {
    this.functions = functions;
  }

  /**
   * Fingerprint of a crystal in any of its cells; the smallest is the fastest.
   *
   * @throws IllegalArgumentException if two sites are less than 0.1 Å apart
   */
  public static Fingerprint of(Structure structure) {
    Map<Pair, double[]> functions = new TreeMap<>();
    Composition composition = structure.composition();
    for (Element a : composition.counts().keySet()) {
      for (Element b : composition.counts().tailMap(a).keySet()) {
        functions.put(Pair.of(a, b), new double[POINTS]);
      }
    }
    NeighbourList neighbours = NeighbourList.of(structure, CUTOFF + REACH);
    for (int site = 0; site < structure.size(); site++) {
      Element a = structure.sites().get(site).element();
      for (Neighbour neighbour : neighbours.around(site)) {
        Element b = structure.sites().get(neighbour.to()).element();
        // The pair B–A of unlike elements is the same distance seen from the other end.
        if (a.compareTo(b) <= 0) {
          Coincidence.refuse(neighbour);
          double shell = 4 * Math.PI * neighbour.distance() * neighbour.distance();
          double pairs = (double) composition.count(a) * composition.count(b);
          double height = structure.lattice().volume() / (shell * pairs);
          addGaussian(functions.get(Pair.of(a, b)), neighbour.distance(), height);
        }
      }
    }
    normalise(functions, composition);
    return new Fingerprint(functions);
  }

  /** Adds a Gaussian of unit area times the height; its values follow from one another. */
  private static void addGaussian(double[] function, double centre, double height) {
    int first = Math.max(0, (int) Math.ceil((centre - REACH) / SPACING - 0.5));
    int last = Math.min(POINTS - 1, (int) Math.floor((centre + REACH) / SPACING - 0.5));
    double x = ((first + 0.5) * SPACING - centre) / WIDTH;
    double step = SPACING / WIDTH;
    double value = height / (Math.sqrt(2 * Math.PI) * WIDTH) * Math.exp(-x * x / 2);
    double ratio = Math.exp(-step * (x + step / 2));
    double shrink = Math.exp(-step * step);
    for (int point = first; point <= last; point++) {
      function[point] += value;
      value *= ratio;
      ratio *= shrink;
    }
  }

  /** Subtracts the gas, weights each pair by w_AB = N_A N_B / Σ N_A N_B and scales to length 1. */
  private static void normalise(Map<Pair, double[]> functions, Composition composition) {
    double square = 0;
    for (Map.Entry<Pair, double[]> entry : functions.entrySet()) {
      Pair pair = entry.getKey();
      double root = Math.sqrt((double) composition.count(pair.a()) * composition.count(pair.b()));
      double[] function = entry.getValue();
      for (int point = 0; point < POINTS; point++) {
        function[point] = root * (function[point] - 1);
        square += function[point] * function[point];
      }
    }
    double scale = 1 / Math.sqrt(square);
    for (double[] function : functions.values()) {
      for (int point = 0; point < POINTS; point++) {
        function[point] *= scale;
      }
    }
  }

  /**
   * Cosine distance to another fingerprint: 0 for the same structure, ½ for unrelated ones, at most
   * 1.
   *
   * <p>D = ½ (1 − Σ w F·F′ / √(Σ w F² · Σ w F′²)), the sums over pairs of elements and over R. A
   * pair of elements that only one of the two contains adds nothing to the first sum.
   */
  public double cosineDistance(Fingerprint other) {
    Set<Pair> pairs = new TreeSet<>(functions.keySet());
    pairs.addAll(other.functions.keySet());
    double square = 0;
    for (Pair pair : pairs) {
      double[] mine = functions.getOrDefault(pair, ABSENT);
      double[] theirs = other.functions.getOrDefault(pair, ABSENT);
      for (int point = 0; point < POINTS; point++) {
        double difference = mine[point] - theirs[point];
        square += difference * difference;
      }
    }
    // For unit vectors ½ (1 − u·v) = ¼ |u − v|², which is exact where the distance is small.
    return Math.min(1, square / 4);
  }
}
