package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back as the same crystal to 1e-6 Å, left-handed cells unmirrored. */
class RoundTripTest {

  @TempDir Path directory;

  @Property(tries = 200)
  void a_structure_survives_cif(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int atoms) {
    survives(seed, atoms, s -> Cif.read(Cif.write(s, "round trip"), "round.cif"));
  }

  @Property(tries = 200)
  void a_structure_survives_poscar(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int atoms) {
    survives(seed, atoms, s -> Poscar.read(Poscar.write(s, "round trip"), "POSCAR"));
  }

  @Property(tries = 200)
  void a_structure_survives_extended_xyz(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int atoms) {
    survives(seed, atoms, s -> ExtendedXyz.read(ExtendedXyz.write(s, "a \"b\""), "round.xyz"));
  }

  @Property(tries = 100)
  void a_structure_survives_all_three_in_turn(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int atoms) {
    survives(
        seed,
        atoms,
        s -> {
          Structure one = Cif.read(Cif.write(s, "1"), "1.cif");
          Structure two = Poscar.read(Poscar.write(one, "2"), "2.vasp");
          return ExtendedXyz.read(ExtendedXyz.write(two, "3"), "3.xyz");
        });
  }

  @Test
  void files_are_written_and_read_by_their_extension() throws IOException {
    Structure structure = random(7, 5);
    for (String name :
        List.of("a.cif", "POSCAR", "CONTCAR.relaxed", "a.vasp", "a.xyz", "a.extxyz")) {
      Path file = directory.resolve(name);
      StructureFile.write(file, structure);
      assertSame(StructureFile.read(file), structure);
    }
    assertThat(Files.readString(directory.resolve("a.cif"))).startsWith("data_a\n");
  }

  private static void survives(long seed, int atoms, UnaryOperator<Structure> roundTrip) {
    Structure structure = random(seed, atoms);
    assertSame(roundTrip.apply(structure), structure);
  }

  private static void assertSame(Structure found, Structure expected) {
    assertThat(found.sites())
        .extracting(Site::element)
        .containsExactlyElementsOf(expected.sites().stream().map(Site::element).toList());
    assertThat(found.lattice().lengths())
        .containsExactly(expected.lattice().lengths(), within(1e-6));
    double[] one = distances(found);
    double[] other = distances(expected);
    assertThat(one).hasSameSizeAs(other);
    for (int i = 0; i < one.length; i++) {
      assertThat(Math.abs(one[i] - other[i])).isLessThan(1e-6);
    }
    if (found.size() >= 4) {
      assertThat(handedness(found)).isCloseTo(handedness(expected), within(1e-4));
    }
  }

  /** Sorted site by site, so that an exchange of sites would show. */
  private static double[] distances(Structure structure) {
    return NeighbourList.of(structure, 4.5).all().stream().mapToDouble(n -> n.distance()).toArray();
  }

  /** Triple product of the vectors from the first site to the nearest images of the next three. */
  private static double handedness(Structure structure) {
    Vector3[] toward = new Vector3[3];
    for (int k = 0; k < 3; k++) {
      int site = k + 1;
      toward[k] =
          NeighbourList.of(structure, 12).around(0).stream()
              .filter(n -> n.to() == site)
              .findFirst()
              .orElseThrow()
              .displacement();
    }
    return toward[0].dot(toward[1].cross(toward[2]));
  }

  private static Structure random(long seed, int atoms) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    Element[] elements = {Element.SI, Element.O, Element.AL, Element.H, Element.U};
    double[][] rows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = i == j ? 5 + 3 * random.nextDouble() : 3 * random.nextDouble() - 1.5;
      }
    }
    if (random.nextBoolean()) {
      rows = new double[][] {rows[1], rows[0], rows[2]};
    }
    Lattice lattice = Lattice.fromRows(rows);
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      // Cells of a 2×2×2 grid, so that no two atoms overlap.
      Vector3 f =
          new Vector3(
              (i % 2 + 0.4 * random.nextDouble()) / 2,
              (i / 2 % 2 + 0.4 * random.nextDouble()) / 2,
              (i / 4 + 0.4 * random.nextDouble()) / 2);
      sites.add(new Site(elements[random.nextInt(elements.length)], f));
    }
    return new Structure(lattice, sites);
  }
}
