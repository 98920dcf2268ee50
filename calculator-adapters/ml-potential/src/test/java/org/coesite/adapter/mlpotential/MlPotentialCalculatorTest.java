package org.coesite.adapter.mlpotential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Python with the real packages behind the port. */
class MlPotentialCalculatorTest {

  private static final MlPotentialCalculator MACE = Models.calculator("mace");

  @TempDir Path folder;

  private Workplace workplace(BooleanSupplier interrupted) {
    return new Workplace(folder, "ml", new LocalExecution(), Placement.HERE, interrupted);
  }

  private RelaxationSettings prepared(MlPotentialCalculator calculator, String... options) {
    SortedMap<String, String> given = new TreeMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    RelaxationSettings settings = Models.settings(List.of(Models.MACE.toString()), given);
    return calculator.prepared(Models.stishovite().composition(), settings, Placement.HERE, folder);
  }

  @Test
  void preparing_puts_the_model_with_its_hash_and_all_options_on_record() {
    SortedMap<String, String> options = prepared(MACE).options();
    assertThat(options)
        .containsEntry("batch", "5")
        .containsEntry("device", "cpu")
        .containsEntry("optimizer", "fire-bfgs")
        .containsEntry("threads", "1")
        .containsEntry("model.file", Models.MACE.toString())
        .hasEntrySatisfying("model.sha256", hash -> assertThat(hash).matches("[0-9a-f]{64}"));
  }

  @Test
  void the_version_names_the_packages_that_computed() {
    prepared(MACE);
    assertThat(MACE.version()).matches("mace-torch \\d.*, torch \\d.*, weights [0-9a-f]{16}");
  }

  @Test
  void structures_relaxed_together_end_where_they_end_alone() {
    RelaxationSettings settings = prepared(MACE);
    Structure start = Models.stishovite();
    Structure shifted = start.shifted(new org.coesite.crystal.Vector3(0.1, 0.2, 0.3));
    List<Relaxation> together =
        MACE.relax(List.of(start, shifted), settings, workplace(() -> false));
    Converged alone = (Converged) MACE.relax(start, settings, workplace(() -> false));
    assertThat(together)
        .hasSize(2)
        .allSatisfy(
            outcome ->
                assertThat(((Converged) outcome).energy()).isCloseTo(alone.energy(), within(1e-4)));
  }

  @Test
  void a_worker_that_is_killed_is_a_failure_and_the_next_relaxation_has_a_new_one()
      throws Exception {
    RelaxationSettings endless = tight(prepared(MACE));
    AtomicBoolean ended = new AtomicBoolean();
    Thread killer =
        new Thread(
            () -> {
              // The idle one may be among them, before it is asked.
              while (!ended.get()) {
                workers().forEach(ProcessHandle::destroyForcibly);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
              }
            });
    killer.start();
    Relaxation outcome = MACE.relax(Models.stishovite(), endless, workplace(() -> false));
    ended.set(true);
    killer.join();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(FailureReason.KILLED));
    assertThat(MACE.relax(Models.stishovite(), prepared(MACE), workplace(() -> false)))
        .isInstanceOf(Converged.class);
  }

  /** The Python processes of this one. */
  private static Stream<ProcessHandle> workers() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().orElse("").contains("python"));
  }

  /** Bounds that no relaxation reaches. */
  private static RelaxationSettings tight(RelaxationSettings settings) {
    return new RelaxationSettings(
        settings.stages(),
        0,
        1e-9,
        1e-6,
        100_000,
        Duration.ofMinutes(5),
        false,
        settings.options());
  }

  @Test
  void weights_that_changed_since_the_search_began_wait_for_a_person() {
    SortedMap<String, String> options = new TreeMap<>(prepared(MACE).options());
    options.put("model.sha256", "0".repeat(64));
    assertThat(
            MACE.relax(
                Models.stishovite(), prepared(MACE).withOptions(options), workplace(() -> false)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.CALCULATOR_MISSING);
              assertThat(failed.message()).contains("has SHA-256", "0".repeat(64));
            });
  }

  @Test
  void an_interruption_ends_it_soon() {
    RelaxationSettings endless = tight(prepared(MACE));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    Relaxation outcome =
        MACE.relax(Models.stishovite(), endless, workplace(() -> System.nanoTime() > end));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.INTERRUPTED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          device    | cuda  | finds no CUDA GPU; compute on the processor with device: cpu
          device    | tpu   | device: 'tpu' is not cpu, cuda, cuda:N or mps
          threads   | 0     | threads: '0' is not a whole number from 1 to 999
          batch     | many  | batch: 'many' is not a whole number from 1 to 999
          optimizer | sgd   | optimizer: 'sgd' is not fire-bfgs, fire or bfgs
          cutoff    | 40    | cutoff: unknown option; there are batch, device, model.sha256
          model.sha256 | 0000000000000000000000000000000000000000000000000000000000000000 | has SHA-256
          """)
  void options_that_will_not_do_are_named_at_the_start(String key, String value, String words) {
    assertThatThrownBy(() -> prepared(MACE, key, value))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mace    | '' | a model file is needed; name it as potential: FILE, to refine as refinement.protocol: FILE
          ase     | no.such:Thing | module 'no.such' cannot be imported
          """)
  void models_that_are_none_are_named_at_the_start(String name, String model, String words) {
    RelaxationSettings settings =
        Models.settings(model.isEmpty() ? List.of() : List.of(model), Collections.emptySortedMap());
    assertThatThrownBy(
            () ->
                Models.calculator(name)
                    .prepared(Models.stishovite().composition(), settings, Placement.HERE, folder))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageStartingWith(name + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void a_python_that_is_missing_is_named_with_how_to_name_another() {
    MlPotentialCalculator chgnet =
        MlPotentialCalculator.all(Map.of("COESITE_PYTHON", "/no/such/python", "HOME", "/")).get(1);
    assertThatThrownBy(
            () ->
                chgnet.prepared(
                    Models.stishovite().composition(),
                    Models.settings(List.of(), Collections.emptySortedMap()),
                    Placement.HERE,
                    folder))
        .hasMessageContaining("COESITE_PYTHON names '/no/such/python'");
    assertThat(
            chgnet.relax(
                Models.stishovite(),
                Models.settings(List.of(), Collections.emptySortedMap()),
                workplace(() -> false)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.CALCULATOR_MISSING));
  }

  @Test
  void a_python_without_the_packages_is_named_with_the_command_that_installs_them()
      throws Exception {
    Path bare = Files.writeString(folder.resolve("python3"), "#!/bin/sh\nexec python3 -S \"$@\"\n");
    Files.setPosixFilePermissions(bare, PosixFilePermissions.fromString("rwx------"));
    MlPotentialCalculator chgnet =
        MlPotentialCalculator.all(Map.of("COESITE_PYTHON", bare.toString())).get(1);
    assertThatThrownBy(
            () ->
                chgnet.prepared(
                    Models.stishovite().composition(),
                    Models.settings(List.of(), Collections.emptySortedMap()),
                    Placement.HERE,
                    folder))
        .hasMessageContaining("is missing in ")
        .hasMessageContaining("calculator-adapters/ml-potential/install chgnet");
  }

  @Test
  void a_scheduler_is_refused_with_what_to_do_instead() {
    Placement slurm = new Placement("slurm", 1, 1, Collections.emptySortedMap());
    assertThatThrownBy(
            () ->
                Models.calculator("chgnet")
                    .prepared(
                        Models.stishovite().composition(),
                        Models.settings(List.of(), Collections.emptySortedMap()),
                        slurm,
                        folder))
        .hasMessageContaining("have a job start coesite-ml-worker");
  }
}
