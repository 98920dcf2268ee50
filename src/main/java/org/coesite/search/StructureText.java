package org.coesite.search;

import com.fasterxml.jackson.databind.util.Converter;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.List;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * A structure as JSON states it.
 *
 * @param lattice rows a, b, c in Å
 * @param species element symbols
 * @param fractional positions
 */
record StructureText(double[][] lattice, List<String> species, double[][] fractional) {

  static final Converter<Structure, StructureText> FROM_STRUCTURE =
      new StdConverter<>() {
        @Override
        public StructureText convert(Structure structure) {
          return StructureText.of(structure);
        }
      };

  static final Converter<StructureText, Structure> TO_STRUCTURE =
      new StdConverter<>() {
        @Override
        public Structure convert(StructureText text) {
          return text.toStructure();
        }
      };

  private static StructureText of(Structure structure) {
    return new StructureText(
        structure.lattice().rows(),
        structure.sites().stream().map(site -> site.element().symbol()).toList(),
        structure.sites().stream()
            .map(Site::fractional)
            .map(f -> new double[] {f.x(), f.y(), f.z()})
            .toArray(double[][]::new));
  }

  private Structure toStructure() {
    return new Structure(
        Lattice.fromRows(lattice),
        IntStream.range(0, species.size()).mapToObj(this::site).toList());
  }

  private Site site(int index) {
    double[] f = fractional[index];
    return new Site(Element.ofSymbol(species.get(index)), new Vector3(f[0], f[1], f[2]));
  }
}
