package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Fuzz;
import org.coesite.fuzz.Reading;
import org.coesite.fuzz.Seed;

/** Structure files with anything in them. */
class StructureFilesFuzzTest {

  private static final String FILE = "bad file";

  private static final Reading READING =
      Reading.refusedWith(StructureFormatException.class, FILE + ": .");

  private static final List<Seed> CIF =
      Stream.of("examples", "src/test/resources/structures")
          .flatMap(folder -> Seed.below(folder, ".cif").stream())
          .toList();

  private static final List<Seed> POSCAR =
      CIF.stream()
          .map(seed -> new Seed(seed.name() + ".vasp", Poscar.write(structure(seed), seed.name())))
          .toList();

  private static final List<Seed> XYZ =
      CIF.stream()
          .map(
              seed ->
                  new Seed(seed.name() + ".xyz", ExtendedXyz.write(structure(seed), seed.name())))
          .toList();

  private static Structure structure(Seed seed) {
    return Cif.read(seed.text(), seed.name());
  }

  @Fuzz(sample = 800)
  void any_cif_gives_a_structure_or_is_refused(@ForAll("badCif") BadFile file) {
    READING.endsWell(file, bad -> requireSound(Cif.read(bad.utf8(), FILE)));
  }

  @Provide
  Arbitrary<BadFile> badCif() {
    return BadFile.of(CIF);
  }

  @Fuzz(sample = 800)
  void any_poscar_gives_a_structure_or_is_refused(@ForAll("badPoscar") BadFile file) {
    READING.endsWell(file, bad -> requireSound(Poscar.read(bad.utf8(), FILE)));
  }

  @Provide
  Arbitrary<BadFile> badPoscar() {
    return BadFile.of(POSCAR);
  }

  @Fuzz(sample = 800)
  void any_extended_xyz_gives_a_structure_or_is_refused(@ForAll("badXyz") BadFile file) {
    READING.endsWell(file, bad -> requireSound(ExtendedXyz.read(bad.utf8(), FILE)));
  }

  @Provide
  Arbitrary<BadFile> badXyz() {
    return BadFile.of(XYZ);
  }

  private static void requireSound(Structure structure) {
    assertThat(structure.lattice().volume()).isBetween(0.1, 1e9);
    assertThat(structure.sites())
        .allSatisfy(site -> assertThat(finite(site.fractional())).isTrue())
        .hasSizeLessThanOrEqualTo(10_000);
  }

  private static boolean finite(Vector3 v) {
    return Double.isFinite(v.x() + v.y() + v.z());
  }
}
