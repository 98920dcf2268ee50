package org.coesite.evolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** A cell that is filled atom by atom, none closer to another than allowed. */
final class Placement {

  private final Lattice lattice;
  private final PeriodicImages images;
  private final MinimumDistances distances;
  private final List<Site> sites = new ArrayList<>();
  private final List<Vector3> cartesian = new ArrayList<>();

  Placement(Lattice lattice, MinimumDistances distances) {
    this.lattice = lattice;
    this.images = new PeriodicImages(lattice);
    this.distances = distances;
  }

  /** Whether an atom is far enough from its own images. */
  boolean holds(Element element) {
    return images.shortestTranslation() >= distances.between(element, element);
  }

  /** Adds an atom unless it comes too close to another. */
  boolean add(Element element, Vector3 fractional) {
    Vector3 place = lattice.toCartesian(fractional);
    if (!free(element, place)) {
      return false;
    }
    sites.add(new Site(element, fractional));
    cartesian.add(place);
    return true;
  }

  private boolean free(Element element, Vector3 place) {
    for (int i = 0; i < sites.size(); i++) {
      double limit = distances.between(element, sites.get(i).element());
      if (images.shortest(place.minus(cartesian.get(i))) < limit) {
        return false;
      }
    }
    return true;
  }

  /** Whether some atom has no neighbour within twice the allowed distance: a lump or a gas. */
  boolean scattered() {
    for (int i = 0; i < sites.size(); i++) {
      if (alone(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean alone(int i) {
    Element element = sites.get(i).element();
    if (images.shortestTranslation() < 2 * distances.between(element, element)) {
      return false;
    }
    for (int j = 0; j < sites.size(); j++) {
      double limit = 2 * distances.between(element, sites.get(j).element());
      if (j != i && images.shortest(cartesian.get(i).minus(cartesian.get(j))) < limit) {
        return false;
      }
    }
    return true;
  }

  /** The crystal, elements in the order of their atomic numbers. */
  Structure structure() {
    return new Structure(
        lattice, sites.stream().sorted(Comparator.comparing(Site::element)).toList());
  }
}
