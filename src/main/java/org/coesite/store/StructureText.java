package org.coesite.store;

import java.util.List;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * A structure as the database keeps it.
 *
 * @param lattice rows a, b, c in Å
 * @param species element symbols
 * @param fractional positions
 */
record StructureText(double[][] lattice, List<String> species, double[][] fractional) {

  static StructureText of(Structure structure) {
    return new StructureText(
        structure.lattice().rows(),
        structure.sites().stream().map(site -> site.element().symbol()).toList(),
        structure.sites().stream()
            .map(Site::fractional)
            .map(f -> new double[] {f.x(), f.y(), f.z()})
            .toArray(double[][]::new));
  }

  Structure toStructure() {
    return new Structure(
        Lattice.fromRows(lattice),
        IntStream.range(0, species.size()).mapToObj(this::site).toList());
  }

  private Site site(int index) {
    double[] f = fractional[index];
    return new Site(Element.ofSymbol(species.get(index)), new Vector3(f[0], f[1], f[2]));
  }
}
