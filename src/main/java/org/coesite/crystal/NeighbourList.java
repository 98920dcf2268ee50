package org.coesite.crystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All periodic images of all sites within a cutoff in Å of each site, nearest first.
 *
 * <p>Each pair is listed from both ends. Right for flat and skewed cells and for cutoffs far beyond
 * the cell; images at exactly the cutoff are included.
 */
public final class NeighbourList {

  private final List<List<Neighbour>> around;

  private NeighbourList(List<List<Neighbour>> around) {
    this.around = around;
  }

  /**
   * Lists the neighbours in a structure.
   *
   * @param cutoff largest distance, Å
   * @throws IllegalArgumentException if the cutoff is not a positive number
   */
  public static NeighbourList of(Structure structure, double cutoff) {
    if (!(cutoff > 0 && Double.isFinite(cutoff))) {
      throw new IllegalArgumentException("cutoff must be positive: " + cutoff + " Å");
    }
    PeriodicImages images = new PeriodicImages(structure.lattice());
    List<List<Neighbour>> around = new ArrayList<>();
    for (int i = 0; i < structure.size(); i++) {
      List<Neighbour> found = new ArrayList<>();
      for (int j = 0; j < structure.size(); j++) {
        int from = i;
        int to = j;
        // The site itself is the image of length zero; another site there is a neighbour.
        double itself = from == to ? 0.5 * images.shortestTranslation() : -1;
        images.within(
            structure.cartesian(to).minus(structure.cartesian(from)),
            cutoff,
            v -> {
              if (v.length() > itself) {
                found.add(new Neighbour(from, to, v, v.length()));
              }
            });
      }
      found.sort(Comparator.comparingDouble(Neighbour::distance));
      around.add(List.copyOf(found));
    }
    return new NeighbourList(List.copyOf(around));
  }

  /** The neighbours of one site, nearest first. */
  public List<Neighbour> around(int site) {
    return around.get(site);
  }

  /** The neighbours of every site, site by site, each nearest first. */
  public List<Neighbour> all() {
    return around.stream().flatMap(List::stream).toList();
  }
}
