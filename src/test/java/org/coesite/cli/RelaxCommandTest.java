package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxCommandTest {

  private static final Path QUARTZ = CommandRun.silica("alpha-quartz");

  @TempDir Path folder;

  @Test
  void json_has_the_keys_of_the_contract() throws Exception {
    CommandRun run =
        CommandRun.of(
            "relax", "--calculator", "embedded", "--potential", "sio2-slc", QUARTZ, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "status",
            "reason",
            "energy",
            "energyPerAtom",
            "structure",
            "maxForce",
            "pressure",
            "steps",
            "spaceGroup",
            "calculator",
            "calculatorVersion",
            "energyPerAtomRydberg",
            "enthalpyPerAtom",
            "lattice",
            "settings");
    assertThat(json.at("/status").asText()).isEqualTo("CONVERGED");
    assertThat(json.at("/reason").isNull()).isTrue();
    // -128.7044 eV per SiO2 by GULP with the same potential.
    assertThat(json.at("/energy").asDouble()).isCloseTo(3 * -128.7044, within(3e-4));
    assertThat(json.at("/energyPerAtom").asDouble()).isCloseTo(-128.7044 / 3, within(1e-4));
    assertThat(json.at("/maxForce").asDouble()).isLessThanOrEqualTo(0.001);
    assertThat(json.at("/pressure").asDouble()).isCloseTo(0, within(0.01));
    assertThat(json.at("/steps").asInt()).isPositive();
    assertThat(json.at("/spaceGroup/number").asInt()).isIn(152, 154);
    assertThat(json.at("/calculator").asText()).isEqualTo("embedded");
    assertThat(json.at("/calculatorVersion").asText()).isNotBlank();
    assertThat(json.at("/structure/lattice"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).hasSize(3));
    assertThat(json.at("/structure/species")).hasSize(9);
    assertThat(json.at("/structure/fractional")).hasSize(9);
  }

  /** pw.x itself, at the figure of its adapter's table of costs. */
  @Test
  void quantum_espresso_relaxes_fluorite_and_tells_rydberg_cell_and_protocol() throws Exception {
    Path fluorite = Path.of("examples/silica-refined/references/fluorite-type.cif");

    CommandRun run =
        CommandRun.of(
            "relax",
            "--calculator",
            "quantum-espresso",
            "--potential",
            "fast",
            "--set",
            "kMesh=4 4 4",
            fluorite,
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.at("/status").asText()).isEqualTo("CONVERGED");
    assertThat(json.at("/energyPerAtomRydberg").asDouble()).isCloseTo(-23.904940, within(1e-3));
    assertThat(json.at("/energyPerAtom").asDouble())
        .isCloseTo(13.605693122994 * json.at("/energyPerAtomRydberg").asDouble(), within(1e-9));
    assertThat(json.at("/spaceGroup/number").asInt()).isEqualTo(225);
    assertThat(json.at("/structure/species")).hasSize(3);
    assertThat(json.at("/lattice/a").asDouble()).isBetween(4.4, 4.8);
    assertThat(json.at("/lattice/gamma").asDouble()).isCloseTo(90, within(1e-6));
    assertThat(json.at("/settings/stages/0").asText()).isEqualTo("fast");
    assertThat(json.at("/settings/options/cutoff").asText()).isEqualTo("35");
    assertThat(json.at("/settings/options/pseudopotential.Si.sha256").asText()).hasSize(64);
  }

  @Test
  void without_gulp_it_says_what_is_missing_and_how_to_name_it() throws Exception {
    CommandRun run =
        ChildProcess.run(
            Map.of("PATH", folder.toString()),
            "relax",
            "--calculator",
            "gulp",
            "--potential",
            "sio2-slc",
            QUARTZ);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("gulp", "COESITE_GULP=");
  }

  /** A script that prints a recorded run stands in for GULP. */
  @Test
  void what_gulp_found_is_told_like_any_other_result() throws Exception {
    Path recording =
        Path.of(
                "calculator-adapters/gulp/src/test/resources/gulp-recordings",
                "polymorphs_c6_bks_rep/quartz_alpha__bks_rep_c6")
            .toAbsolutePath();
    Path gulp =
        Files.writeString(
            folder.resolve("gulp"),
            "#!/bin/sh\ncat >/dev/null\ncp '%1$s.res' run.res\ncat '%1$s.gout'\n"
                .formatted(recording));
    Files.setPosixFilePermissions(gulp, PosixFilePermissions.fromString("rwxr-xr-x"));

    CommandRun run =
        ChildProcess.run(
            Map.of("COESITE_GULP", gulp.toString()),
            "relax",
            "--calculator",
            "gulp",
            "--potential",
            "sio2-bks-rep-c6",
            QUARTZ,
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.at("/status").asText()).isEqualTo("CONVERGED");
    assertThat(json.at("/energy").asDouble()).isCloseTo(-175.28065913, within(1e-3));
    assertThat(json.at("/calculator").asText()).isEqualTo("gulp");
    assertThat(json.at("/settings/stages/0").asText()).isEqualTo("sio2-bks-rep-c6");
  }

  @Test
  void words_give_units_and_the_relaxed_structure_is_written_on_demand() throws Exception {
    Path relaxed = folder.resolve("relaxed.cif");

    CommandRun run = CommandRun.of("relax", "--potential", "sio2-slc", QUARTZ, "--output", relaxed);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("CONVERGED")
        .contains("eV/atom")
        .contains("Ry/atom")
        .contains("GPa")
        .contains("sio2-slc");
    JsonNode symmetry = CommandRun.of("symmetry", relaxed, "--json").json();
    assertThat(symmetry.at("/spaceGroup/number").asInt()).isIn(152, 154);
  }

  @Test
  void a_relaxation_that_runs_out_of_steps_fails_with_its_last_structure() throws Exception {
    CommandRun run =
        CommandRun.of("relax", "--potential", "sio2-slc", QUARTZ, "--steps", "1", "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().at("/status").asText()).isEqualTo("NOT_CONVERGED");
    assertThat(run.json().at("/reason").asText()).isNotBlank();
    assertThat(run.err()).startsWith("coesite: NOT_CONVERGED: ").hasLineCount(1);
  }

  @Test
  void pressure_shrinks_the_cell() throws Exception {
    JsonNode free = CommandRun.of("relax", "--potential", "sio2-slc", QUARTZ, "--json").json();
    JsonNode pressed =
        CommandRun.of("relax", "--potential", "sio2-slc", QUARTZ, "--json", "--pressure", "5")
            .json();

    assertThat(pressed.at("/pressure").asDouble()).isCloseTo(5, within(0.02));
    assertThat(Math.abs(pressed.at("/structure/lattice/0/0").asDouble()))
        .isLessThan(Math.abs(free.at("/structure/lattice/0/0").asDouble()));
    assertThat(free.at("/enthalpyPerAtom")).isEqualTo(free.at("/energyPerAtom"));
    // 5 GPa on 10.9 Å³ per atom; 1 eV/Å³ is 160.2177 GPa.
    assertThat(pressed.at("/enthalpyPerAtom").asDouble() - pressed.at("/energyPerAtom").asDouble())
        .isBetween(5 * 10.8 / 160.2177, 5 * 11 / 160.2177);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --potential sio2-slc --calculator vasp   | --calculator: unknown calculator 'vasp'; available: aimnet2, ase, chgnet, embedded, gulp, mace, quantum-espresso
          --calculator embedded                    | a potential is needed; known are sio2-bks
          --potential slc                          | unknown potential 'slc'; known are sio2-bks
          --potential sio2-slc --pressure -1       | --pressure: -1.0 is outside 0.0 to 1000.0 GPa
          --potential sio2-slc --pressure high     | Invalid value for option '--pressure': 'high' is not a double
          --potential sio2-slc --steps 0           | --steps: 0.0 is outside 1.0 to 1000000.0 steps
          --calculator gulp --potential sio2-slc --steps -1 | --steps: -1.0 is outside 0.0 to 1000000.0 steps
          --potential sio2-slc --max-force 0       | --max-force: 0.0 is outside
          --potential tio2-matsui                  | Si3O6: potential 'tio2-matsui' lacks Si
          --potential sio2-slc --output x.doc      | x.doc: unknown file type
          --potential sio2-slc --forces            | Unknown option: '--forces'
          """)
  void bad_options_are_answered_in_one_line_and_nothing_is_computed(
      String options, String message) {
    List<Object> arguments = new java.util.ArrayList<>(List.of("relax", QUARTZ));
    arguments.addAll(List.of(options.split(" ")));

    CommandRun run = CommandRun.of(arguments.toArray());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("coesite: " + message).hasLineCount(1);
  }

  @Test
  void a_cell_that_the_potential_leaves_charged_is_refused_with_the_charge() throws Exception {
    Path file = folder.resolve("charged.vasp");
    Files.writeString(
        file,
        """
        charged
        1.0
        5 0 0
        0 5 0
        0 0 5
        Si O
        1 1
        Direct
        0 0 0
        0.5 0.5 0.5
        """);

    CommandRun run = CommandRun.of("relax", "--potential", "sio2-slc", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "coesite: SiO has a charge of +2.000 e with potential 'sio2-slc', it has to be 0\n");
  }

  @Test
  void a_cif_with_overlapping_atoms_is_refused() throws Exception {
    Path file = folder.resolve("overlap.cif");
    Files.writeString(file, cif("O1 O 0.51 0.5 0.5\nO2 O 0.5 0.5 0.5\n"));

    CommandRun run = CommandRun.of("relax", "--potential", "sio2-slc", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("coesite: " + file)
        .contains("0.05 Å is below 0.80 Å")
        .hasLineCount(1);
  }

  @Test
  void a_cif_without_cell_is_refused() throws Exception {
    Path file = folder.resolve("nocell.cif");
    Files.writeString(
        file,
        cif("O1 O 0.5 0.5 0.5\n")
            .lines()
            .filter(l -> !l.startsWith("_cell"))
            .reduce("", (a, b) -> a + b + "\n"));

    CommandRun run = CommandRun.of("relax", "--potential", "sio2-slc", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("coesite: " + file).contains("_cell").hasLineCount(1);
  }

  private static String cif(String oxygen) {
    return """
    data_test
    _cell_length_a 5
    _cell_length_b 5
    _cell_length_c 5
    _cell_angle_alpha 90
    _cell_angle_beta 90
    _cell_angle_gamma 90
    loop_
    _atom_site_label
    _atom_site_type_symbol
    _atom_site_fract_x
    _atom_site_fract_y
    _atom_site_fract_z
    Si1 Si 0 0 0
    """
        + oxygen;
  }
}
