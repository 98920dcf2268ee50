package org.coesite.adapter.gulp;

import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.ParticleType;
import org.coesite.forcefield.Potential;

/**
 * What one run is asked to do.
 *
 * @param potential to compute with
 * @param start structure to start from, in a right-handed lattice
 * @param pressure external pressure, GPa
 * @param optimise whether to relax cell and atoms, or only to compute energy and forces
 */
record Task(Potential potential, Structure start, double pressure, boolean optimise) {

  /** The atoms in their order. */
  List<Element> atoms() {
    return start.sites().stream().map(Site::element).toList();
  }

  /** The polarisable elements among them. */
  List<Element> polarisable() {
    return potential.elements().stream()
        .filter(element -> potential.ion(element).shell().isPresent())
        .toList();
  }

  /** The start with all shells on their cores. */
  Geometry startGeometry() {
    return Geometry.of(start, polarisable());
  }

  /** Kinds of all cores in the order of the atoms, then of all shells in that order. */
  List<ParticleType> particles() {
    return startGeometry().particles().stream().map(Geometry.Particle::type).toList();
  }
}
