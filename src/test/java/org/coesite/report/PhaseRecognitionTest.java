package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.crystal.format.StructureFile;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.Reference;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseRecognitionTest {

  private static final List<Reference> SILICA =
      Stream.of(
              "alpha-quartz",
              "beta-quartz",
              "beta-tridymite",
              "alpha-cristobalite",
              "beta-cristobalite",
              "stishovite",
              "keatite",
              "coesite",
              "moganite")
          .map(name -> new Reference(name, measured(name)))
          .toList();

  private static final PhaseRecognition RECOGNITION =
      new PhaseRecognition(SymmetryFinder.create(), SILICA);

  @Test
  void each_measured_phase_is_recognised_as_itself() {
    for (Reference reference : SILICA) {
      Comparison comparison = RECOGNITION.compare(reference.structure());
      assertThat(comparison.phase()).contains(reference.name());
      assertThat(comparison.distances())
          .hasSize(SILICA.size())
          .filteredOn(d -> d.name().equals(reference.name()))
          .allMatch(d -> d.cosineDistance() < 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha-quartz",
        "alpha-cristobalite",
        "beta-cristobalite",
        "stishovite",
        "coesite",
        "moganite"
      })
  void a_phase_is_still_recognised_where_the_potential_moves_it(String name) {
    Structure relaxed = relaxed(name);
    assertThat(RECOGNITION.compare(relaxed).phase()).contains(name);
  }

  @Test
  void left_handed_quartz_is_quartz() {
    Structure mirrored = mirrored(measured("alpha-quartz"));
    assertThat(SymmetryFinder.create().find(mirrored, 0.01).spaceGroup().number()).isEqualTo(152);
    assertThat(RECOGNITION.compare(mirrored).phase()).contains("alpha-quartz");
  }

  @Test
  void a_supercell_is_the_same_phase() {
    assertThat(RECOGNITION.compare(measured("stishovite").repeated(1, 2, 2)).phase())
        .contains("stishovite");
  }

  @Test
  void a_distorted_phase_is_none_of_them() {
    Structure quartz = measured("alpha-quartz");
    Lattice sheared =
        Lattice.fromParameters(
            quartz.lattice().lengths()[0], 1.2 * quartz.lattice().lengths()[1], 5, 80, 95, 115);
    Comparison comparison = RECOGNITION.compare(quartz.with(sheared));
    assertThat(comparison.phase()).isEmpty();
    assertThat(comparison.distances()).allMatch(d -> d.cosineDistance() > 0);
  }

  @Test
  void without_references_nothing_is_compared() {
    PhaseRecognition none = new PhaseRecognition(SymmetryFinder.create(), List.of());
    assertThat(none.compare(measured("coesite"))).isEqualTo(Comparison.NONE);
  }

  @Test
  void what_the_potential_makes_of_keatite_is_not_called_keatite() {
    Structure relaxed = relaxed("keatite");
    assertThat(relaxed.volumePerAtom()).isLessThan(0.9 * measured("keatite").volumePerAtom());
    assertThat(RECOGNITION.compare(relaxed).phase()).isEmpty();
  }

  private static Structure measured(String name) {
    return StructureFile.read(SilicaReferencesTest.FOLDER.resolve(name + ".cif"));
  }

  private static Structure relaxed(String name) {
    Relaxation relaxation =
        new EmbeddedCalculator(PotentialLibrary.standard())
            .relax(
                measured(name),
                new RelaxationSettings(
                    List.of("sio2-slc"), 0, 1e-3, 0.01, 3000, Duration.ofMinutes(5), false));
    assertThat(relaxation).isInstanceOf(Relaxation.Converged.class);
    return ((Relaxation.Converged) relaxation).structure();
  }

  private static Structure mirrored(Structure structure) {
    return new Structure(
        structure.lattice(),
        structure.sites().stream()
            .map(
                site -> {
                  Vector3 f = site.fractional();
                  return new Site(site.element(), new Vector3(-f.x(), -f.y(), -f.z()));
                })
            .toList());
  }
}
