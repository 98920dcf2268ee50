package org.coesite.report;

import java.util.List;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;

/**
 * A structure as JSON shows it; component names are the keys.
 *
 * @param lattice rows a, b and c, Å
 * @param species chemical symbols
 * @param fractional positions as fractions of the lattice vectors
 */
public record StructureView(double[][] lattice, List<String> species, List<double[]> fractional) {

  /** The sites of a structure in their order. */
  public static StructureView of(Structure structure) {
    return new StructureView(
        structure.lattice().rows(),
        structure.sites().stream().map(site -> site.element().symbol()).toList(),
        structure.sites().stream()
            .map(Site::fractional)
            .map(f -> new double[] {f.x(), f.y(), f.z()})
            .toList());
  }
}
