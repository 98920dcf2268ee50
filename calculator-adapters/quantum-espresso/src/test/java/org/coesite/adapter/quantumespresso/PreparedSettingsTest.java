package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be found before the first run is found then, in one line each. */
class PreparedSettingsTest {

  private static final Composition SILICA = Composition.parse("SiO2");
  private static final String SILICON = "shipped:Si.pbesol-n-kjpaw_psl.1.0.0.UPF";
  private static final String OXYGEN = "shipped:O.pbesol-n-kjpaw_psl.1.0.0.UPF";

  @TempDir private Path folder;

  private final QuantumEspressoCalculator calculator = with(System.getenv(), Machine.THIS);

  private static QuantumEspressoCalculator with(Map<String, String> environment, Machine machine) {
    return new QuantumEspressoCalculator(environment, SymmetryFinder.create(), machine);
  }

  private RelaxationSettings prepared(String... options) {
    return calculator.prepared(
        SILICA, Fluorite.settings("moderate", options), Placement.HERE, folder);
  }

  private void assertProblem(String words, String... options) {
    assertThatThrownBy(() -> prepared(options))
        .isInstanceOfSatisfying(
            UnfitSettingsException.class,
            e -> assertThat(e.problems()).singleElement().asString().contains(words))
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_protocol_becomes_options_with_checksums() {
    RelaxationSettings settings = prepared();
    assertThat(settings.options())
        .containsEntry("cutoff", "60")
        .containsEntry("kSpacing", "0.3")
        .containsEntry("pseudopotential.Si", SILICON)
        .containsEntry(
            "pseudopotential.Si.sha256", PseudopotentialFiles.read(Element.SI, SILICON).sha256())
        .containsKey("pseudopotential.O.sha256")
        .containsEntry("pseudopotential.Si.functional", "PBESOL");
    assertThat(calculator.prepared(SILICA, settings, Placement.HERE, folder)).isEqualTo(settings);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_sets_of_debian_get_their_absolute_path() {
    RelaxationSettings settings =
        calculator.prepared(SILICA, Fluorite.settings("fast"), Placement.HERE, folder);
    assertThat(settings.options().get("pseudopotential.Si"))
        .startsWith("/")
        .endsWith("Si_PBE_USPP.UPF.gz");
  }

  @Test
  void a_mesh_takes_the_place_of_a_spacing() {
    assertThat(prepared("kMesh", "3 3 3").options())
        .containsEntry("kMesh", "3 3 3")
        .doesNotContainKey("kSpacing");
    assertProblem("kMesh: excludes kSpacing", "kMesh", "3 3 3", "kSpacing", "0.3");
  }

  @Test
  void a_mesh_of_zero_is_refused() {
    assertProblem("kMesh: '4 0 4' is no mesh", "kMesh", "4 0 4");
    assertProblem("kSpacing: '0' is no number from 0.02 to 5 1/Å", "kSpacing", "0");
  }

  @Test
  void unknown_options_and_protocols_are_refused_with_what_there_is() {
    assertProblem("cutof: is no option of quantum-espresso; did you mean cutoff?", "cutof", "30");
    assertProblem("smearing: 'cold' is none of none, gaussian", "smearing", "cold");
    assertProblem("densityCutoff: 100 Ry is below 4 times", "densityCutoff", "100");
    assertThatThrownBy(
            () -> calculator.prepared(SILICA, Fluorite.settings("BKS"), Placement.HERE, folder))
        .hasMessage("quantum-espresso needs one protocol of fast, moderate, paper, not 'BKS'");
  }

  @Test
  void a_missing_program_is_told() {
    QuantumEspressoCalculator none = with(Map.of("PATH", folder.toString()), Machine.THIS);
    assertThat(none.version()).isEqualTo("not installed");
    assertThatThrownBy(
            () -> none.prepared(SILICA, Fluorite.settings("moderate"), Placement.HERE, folder))
        .hasMessageContaining("COESITE_PWX=/path/to/pw.x");
    assertThat(
            none.relax(
                Fluorite.conventional(4.6),
                Fluorite.settings("moderate"),
                Fluorite.workplace(folder)))
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.CALCULATOR_MISSING));
  }

  @Test
  void the_variable_overrides_the_path() throws IOException {
    Path program = folder.resolve("my-pw");
    Files.writeString(program, "#!/bin/sh\necho '     Program PWSCF v.9.9 starts on'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("COESITE_PWX", program.toString());
    assertThat(with(environment, Machine.THIS).version()).isEqualTo("9.9");
    environment.put("COESITE_PWX", folder.resolve("absent").toString());
    assertThat(with(environment, Machine.THIS).version()).isEqualTo("not installed");
  }

  @Test
  void a_missing_pseudopotential_is_told() {
    assertProblem("there is no file /absent/Si.UPF", "pseudopotential.Si", "/absent/Si.UPF");
    assertProblem("Coesite comes with no file Si.UPF", "pseudopotential.Si", "shipped:Si.UPF");
  }

  @Test
  void an_element_without_a_pseudopotential_is_told() {
    assertThatThrownBy(
            () ->
                calculator.prepared(
                    Composition.parse("MgSiO3"),
                    Fluorite.settings("moderate"),
                    Placement.HERE,
                    folder))
        .hasMessage(
            "pseudopotential.Mg: is missing: the protocol has none for Mg; name a file here, or a"
                + " folder as pseudopotentialFolder");
  }

  @Test
  void a_truncated_pseudopotential_is_told() throws IOException {
    String whole = PseudopotentialFiles.read(Element.SI, SILICON).upf();
    Path cut = folder.resolve("Si.UPF");
    Files.writeString(cut, whole.substring(0, whole.length() / 2), StandardCharsets.ISO_8859_1);
    assertProblem("is cut short: its", "pseudopotential.Si", cut.toString());
    Files.writeString(cut, "no pseudopotential at all");
    assertProblem("is no UPF file", "pseudopotential.Si", cut.toString());
    assertProblem("is for element O", "pseudopotential.Si", OXYGEN);
  }

  @Test
  void mixed_functionals_are_told() {
    assertProblem(
        "pseudopotentials of different functionals: O PBE, Si PBESOL",
        "pseudopotential.O",
        "debian:O_PBE_USPP.UPF");
  }

  @Test
  void a_folder_of_pseudopotentials_serves_by_element() throws IOException {
    for (String one : List.of(SILICON, OXYGEN)) {
      Element element = one.equals(SILICON) ? Element.SI : Element.O;
      Pseudopotential set = PseudopotentialFiles.read(element, one);
      Files.writeString(folder.resolve(set.fileName()), set.upf(), StandardCharsets.ISO_8859_1);
    }
    assertThat(prepared("pseudopotentialFolder", folder.toString()).options())
        .containsEntry(
            "pseudopotential.O", folder.resolve("O.pbesol-n-kjpaw_psl.1.0.0.UPF").toString());
    Files.createFile(folder.resolve("O.pz.UPF"));
    assertProblem("holds 2 files for it", "pseudopotentialFolder", folder.toString());
  }

  @Test
  void a_pseudopotential_that_was_changed_fails_the_relaxation() throws IOException {
    Pseudopotential set = PseudopotentialFiles.read(Element.O, OXYGEN);
    Path file = folder.resolve("O.UPF");
    Files.writeString(file, set.upf(), StandardCharsets.ISO_8859_1);
    RelaxationSettings settings = prepared("pseudopotential.O", file.toString());
    Files.writeString(file, set.upf().replace("ADC", "ABC"), StandardCharsets.ISO_8859_1);
    assertThat(
            calculator.relax(
                Fluorite.conventional(4.6), settings, Fluorite.workplace(folder.resolve("run"))))
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(
            f -> assertThat(f.reason()).isEqualTo(FailureReason.PSEUDOPOTENTIAL),
            f -> assertThat(f.message()).contains("was changed"));
  }

  @Test
  void an_odd_number_of_electrons_needs_smearing() throws IOException {
    Pseudopotential oxygen = PseudopotentialFiles.read(Element.O, OXYGEN);
    Path odd = folder.resolve("O.UPF");
    Files.writeString(
        odd,
        oxygen.upf().replaceFirst("z_valence=\"\\s*6", "z_valence=\"5"),
        StandardCharsets.ISO_8859_1);
    Composition one = Composition.parse("SiO");
    RelaxationSettings settings =
        Fluorite.settings("moderate", "pseudopotential.O", odd.toString());
    assertThatThrownBy(() -> calculator.prepared(one, settings, Placement.HERE, folder))
        .hasMessageContaining("SiO has 9 electrons");
  }

  @Test
  void a_file_where_the_folder_should_be_is_told() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(
            () ->
                calculator.prepared(
                    SILICA, Fluorite.settings("moderate"), Placement.HERE, file.resolve("work")))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void a_missing_launcher_is_told_if_there_is_more_than_one_process() throws IOException {
    Files.createFile(
        folder.resolve("pw.x"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    QuantumEspressoCalculator serial = with(Map.of("PATH", folder.toString()), Machine.THIS);
    RelaxationSettings settings = Fluorite.settings("moderate");
    Placement two = new Placement("local", 2, 1, Collections.emptySortedMap());
    assertThat(serial.prepared(SILICA, settings, Placement.HERE, folder).options()).isNotEmpty();
    assertThatThrownBy(() -> serial.prepared(SILICA, settings, two, folder))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContainingAll("processes: 2", "mpirun", "install", "COESITE_MPIRUN=")
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_full_disk_is_told() {
    Machine full = new Free(1_000_000, Long.MAX_VALUE);
    assertThatThrownBy(
            () ->
                with(System.getenv(), full)
                    .prepared(SILICA, Fluorite.settings("moderate"), Placement.HERE, folder))
        .hasMessageContaining("1 MB are free; pw.x needs 200 MB or more");
  }

  @Test
  void too_little_memory_or_disk_for_a_structure_fails_after_the_dry_run() {
    assertFails(new Free(Long.MAX_VALUE, 1_000_000), FailureReason.OUT_OF_MEMORY);
    assertFails(new Free(1_000_000, Long.MAX_VALUE), FailureReason.DISK_FULL);
  }

  @Test
  void the_memory_of_this_machine_is_no_bound_for_a_job_of_another() {
    Workplace dryRunHere =
        new Workplace(
            folder.resolve("run"),
            "test",
            new LocalExecution(),
            new Placement("slurm", 1, 1, Collections.emptySortedMap()),
            () -> false);
    assertThat(
            with(System.getenv(), new Free(Long.MAX_VALUE, 1_000_000))
                .forecast(Fluorite.conventional(4.6), Fluorite.settings("fast"), dryRunHere))
        .isInstanceOf(Forecasting.Outcome.Feasible.class);
  }

  private void assertFails(Machine machine, FailureReason reason) {
    assertThat(
            with(System.getenv(), machine)
                .relax(
                    Fluorite.conventional(4.6),
                    Fluorite.settings("fast"),
                    Fluorite.workplace(folder.resolve("run"))))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.reason()).isEqualTo(reason));
  }

  @Test
  void atoms_in_each_other_never_reach_the_program() {
    assertThat(
            calculator.relax(
                Fluorite.conventional(1.1),
                Fluorite.settings("fast"),
                Fluorite.workplace(folder.resolve("run"))))
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.reason()).isEqualTo(FailureReason.COLLAPSED);
              assertThat(f.message()).contains("0.476 Å", "0.5 Å");
            });
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void a_loose_relaxation_has_larger_bounds_and_mixes_more_gently() {
    RelaxationSettings tight = prepared("scfThreshold", "1e-9", "mixing", "0.5");
    RelaxationSettings loose = calculator.loosened(tight);
    assertThat(Double.parseDouble(loose.options().get("scfThreshold"))).isEqualTo(1e-8);
    assertThat(loose.options()).containsEntry("mixing", "0.25").containsEntry("cutoff", "60");
    assertThat(calculator.prepared(SILICA, loose, Placement.HERE, folder)).isEqualTo(loose);
  }

  @Test
  void whoever_repeats_a_relaxation_gets_single_rounds_unless_told_otherwise() {
    RelaxationSettings usual = Fluorite.settings("fast");
    RelaxationSettings three = Fluorite.settings("fast", "rounds", "3");
    assertThat(calculator.inSingleRounds(usual).options()).containsEntry("rounds", "1");
    assertThat(calculator.inSingleRounds(three)).isEqualTo(three);
  }

  private record Free(long diskBytes, long memory) implements Machine {
    @Override
    public long disk(Path place) {
      return diskBytes;
    }
  }
}
