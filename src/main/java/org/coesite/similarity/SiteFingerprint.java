package org.coesite.similarity;

import java.util.List;
import org.coesite.crystal.Structure;

/**
 * Which coordination the sites of a crystal have, as likelihoods without unit: the fingerprint of
 * Zimmermann and Jain.
 *
 * <p>For each site and each coordination number from 1 to 24 it holds the likelihood of that
 * number, and up to 12 the likelihood times the resemblance to each motif with so many neighbours:
 * 61 values. A crystal has their mean, standard deviation, minimum and maximum over its sites.
 * Elements and lengths play no part: diamond and sphalerite have the same fingerprint.
 *
 * <p>Source: Zimmermann and Jain, RSC Adv. 10, 6063 (2020), doi 10.1039/C9RA07755C. How near it
 * comes to the authors' own program is measured in {@code docs/similarity.md}.
 */
public final class SiteFingerprint {

  private static final int LARGEST_COORDINATION = 24;

  private final double[] values;

  private SiteFingerprint(double[] values) {
    this.values = values;
  }

  /**
   * Site fingerprint of a crystal in any of its cells; the smallest is the fastest.
   *
   * @throws IllegalArgumentException if two sites are less than 0.1 Å apart
   */
  public static SiteFingerprint of(Structure structure) {
    List<double[]> sites = VoronoiCell.of(structure).stream().map(SiteFingerprint::ofSite).toList();
    int features = sites.get(0).length;
    double[] values = new double[4 * features];
    for (int feature = 0; feature < features; feature++) {
      int column = feature;
      double[] sample = sites.stream().mapToDouble(site -> site[column]).toArray();
      System.arraycopy(statistics(sample), 0, values, 4 * feature, 4);
    }
    return new SiteFingerprint(values);
  }

  private static double[] ofSite(VoronoiCell cell) {
    double[] values = new double[LARGEST_COORDINATION + Motif.values().length];
    List<CoordinationShell> shells = CoordinationShell.of(cell);
    int position = 0;
    for (int coordination = 1; coordination <= LARGEST_COORDINATION; coordination++) {
      List<Motif> motifs = Motif.of(coordination);
      for (CoordinationShell shell : shells) {
        if (shell.directions().size() == coordination) {
          PolarAngles angles = new PolarAngles(shell.directions());
          values[position] = shell.likelihood();
          for (int i = 0; i < motifs.size(); i++) {
            values[position + 1 + i] = shell.likelihood() * motifs.get(i).resemblance(angles);
          }
        }
      }
      position += 1 + motifs.size();
    }
    return values;
  }

  /** Mean, standard deviation, minimum, maximum. */
  private static double[] statistics(double[] sample) {
    double sum = 0;
    double least = sample[0];
    double greatest = sample[0];
    for (double value : sample) {
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    double mean = sum / sample.length;
    double square = 0;
    for (double value : sample) {
      square += (value - mean) * (value - mean);
    }
    return new double[] {mean, Math.sqrt(square / sample.length), least, greatest};
  }

  /** Cosine distance to another fingerprint, 1 − u·v / (|u||v|): 0 for the same, at most 1. */
  public double cosineDistance(SiteFingerprint other) {
    double mine = length(values);
    double theirs = length(other.values);
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] / mine - other.values[i] / theirs;
      square += difference * difference;
    }
    // For unit vectors 1 − u·v = ½ |u − v|², which is exact where the distance is small.
    return Math.min(1, square / 2);
  }

  private static double length(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    return Math.sqrt(square);
  }

  /** Mean, standard deviation, minimum and maximum of each of the 61 values, one after another. */
  double[] values() {
    return values.clone();
  }
}
