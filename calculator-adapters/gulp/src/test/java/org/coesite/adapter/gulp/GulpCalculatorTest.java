package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.ProgramRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a structure to an outcome through a real process that replays recorded runs. */
class GulpCalculatorTest {

  private static final Recording QUARTZ = Recording.named("quartz_alpha__slc");

  @TempDir Path folder;

  private GulpDouble gulp = new GulpDouble(Path.of(""));

  @BeforeEach
  void in_a_folder_of_its_own() {
    gulp = new GulpDouble(folder);
  }

  @Test
  void quartz_converges_and_its_files_stay_in_a_folder_of_the_run() {
    Relaxation outcome = gulp.relax(gulp.replaying(QUARTZ), QUARTZ);

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Converged.class))
        .satisfies(
            quartz -> {
              assertThat(quartz.energy()).isCloseTo(-386.1133159, within(1e-8));
              assertThat(quartz.enthalpy()).isEqualTo(quartz.energy());
              assertThat(quartz.maxForce()).isLessThan(1e-4);
              assertThat(quartz.pressure()).isCloseTo(0, within(1e-3));
              assertThat(quartz.minimum()).isEqualTo(StationaryPoint.UNKNOWN);
              assertThat(quartz.steps()).hasSize(19);
            });
    Path run = folder.resolve("work").resolve("sio2-slc-rfo");
    assertThat(List.of("run.gin", "run.gout", "run.res"))
        .allSatisfy(file -> assertThat(run.resolve(file)).isNotEmptyFile());
  }

  @ParameterizedTest
  @CsvSource({
    "cell_tiny, COLLAPSED",
    "cell_zero_edge, BAD_CELL",
    "core_shell_cutoff, SHELL_LOST",
    "missing_charge_o, INPUT_REJECTED",
    "syntax_buck_short, INPUT_REJECTED",
    "missing_species_block, SETTINGS_IGNORED",
    "syntax_keyword_unknown, SETTINGS_IGNORED",
    "output_dir_missing, OUTPUT_UNREADABLE",
  })
  void a_failure_is_known_whatever_the_exit_code(String name, FailureReason reason) {
    Recording run = Recording.named(name);

    assertFailed(gulp.relax(gulp.replaying(run), run), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "core_shell_cutoff, Largest core-shell distance = 0.8156 Angstroms",
    "missing_charge_o, Sum of charges = 7.2",
    "syntax_buck_short, Error is apparently on line 24",
    "collapse_oo_bks, a = 6.9665 alpha = 124.6815",
  })
  void a_failure_comes_with_the_numbers_that_gulp_gives(String name, String words) {
    Recording run = Recording.named(name);

    assertThat(gulp.relax(gulp.replaying(run), run))
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.message()).contains(words));
  }

  @Test
  void an_output_of_another_crystal_is_not_taken_for_ours() {
    Recording spinel = Recording.named("mgal2o4_spinel__bush");

    assertFailed(gulp.relax(gulp.replaying(spinel), QUARTZ), FailureReason.SETTINGS_IGNORED)
        .extracting(Failed::message)
        .asString()
        .contains("4 Al core", "asked 3 Si core");
  }

  @Test
  void a_potential_with_another_sum_of_the_dispersion_is_not_taken_for_ours() {
    Recording other = Recording.named("quartz_alpha__slc_c6");

    assertFailed(gulp.relax(gulp.replaying(other), QUARTZ), FailureReason.SETTINGS_IGNORED)
        .extracting(Failed::message)
        .asString()
        .contains("c6");
  }

  @Test
  void a_dropped_term_of_an_angle_is_noticed() {
    Path output = gulp.doctored(QUARTZ.output(), "General Three-body potentials", "Something else");

    assertFailed(
            gulp.relax(gulp.behaving("replay", output), QUARTZ), FailureReason.SETTINGS_IGNORED)
        .extracting(Failed::message)
        .asString()
        .contains("Harmonic", "Three-body cnst=2.09724", "nothing acts there");
  }

  @Test
  void an_energy_that_is_not_that_of_the_embedded_engine_is_a_failure_with_both_numbers() {
    Path output =
        gulp.doctored(
            QUARTZ.output(),
            "Final energy =    -386.11331590 eV",
            "Final energy =    -386.11131590 eV");

    assertFailed(gulp.relax(gulp.behaving("replay", output), QUARTZ), FailureReason.ENERGY_MISMATCH)
        .extracting(Failed::message)
        .asString()
        .contains("-386.11131590", "-386.1133159", "0.00200 eV apart, limit 0.00100 eV");
  }

  @Test
  void a_restart_file_of_another_run_is_not_believed() throws IOException {
    Path output = gulp.doctored(QUARTZ.output(), "", "");
    Files.writeString(
        folder.resolve("doctored.res"),
        Recording.named("moganite__slc").restartText().orElseThrow());

    assertThat(gulp.relax(gulp.behaving("replay", output), QUARTZ)).isInstanceOf(Converged.class);
  }

  @Test
  void the_careful_optimiser_starts_from_the_same_cell_when_the_fast_one_gives_up()
      throws IOException {
    Recording careful = Recording.named("scale_12at_s602__bks_rep__conj_c6_rfo");
    Recording fast = Recording.named("scale_12at_s602__bks_rep__newton_c6_rfo");

    Relaxation outcome =
        gulp.relax(
            gulp.choosing(
                "conj", GulpDouble.recorded(careful.output()), GulpDouble.recorded(fast.output())),
            fast);

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Converged.class))
        .satisfies(
            c -> {
              assertThat(c.energy()).isCloseTo(careful.finalEnergy(), within(1e-8));
              assertThat(c.steps()).hasSizeGreaterThan(careful.cycles());
            });
    assertThat(cell("sio2-bks-rep-c6-conj")).isEqualTo(cell("sio2-bks-rep-c6-rfo"));
  }

  private String cell(String run) throws IOException {
    Path input = folder.resolve("work").resolve(run).resolve("run.gin");
    return Files.readAllLines(input).get(5);
  }

  @Test
  void a_stage_starts_where_the_one_before_it_ended() throws IOException {
    Recording run = Recording.named("rand_09at_s101__slc__pre_bks");
    Path first = GulpDouble.recorded(run.output().replace("_2.gout", "_1.gout"));

    Relaxation outcome =
        gulp.relax(
            gulp.choosing("shel", GulpDouble.recorded(run.output()), first),
            run.firstStart(),
            GulpDouble.settings("sio2-bks-rep-c6", "sio2-slc-c6"));

    assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Converged.class))
        .satisfies(c -> assertThat(c.energy()).isCloseTo(run.finalEnergy(), within(1e-8)));
    // The recorded second stage has the six decimals of the first output, ours the restart file's.
    assertThat(cell("sio2-slc-c6-rfo")).startsWith("6.5145");
  }

  @Test
  void an_output_of_a_later_stage_is_refused_for_an_earlier_one() {
    Recording run = Recording.named("rand_09at_s101__slc__pre_bks");

    assertFailed(
        gulp.relax(
            gulp.replaying(run),
            run.start(),
            GulpDouble.settings("sio2-bks-rep-c6", "sio2-slc-c6")),
        FailureReason.SETTINGS_IGNORED);
  }

  @Test
  void a_bound_of_no_steps_computes_the_energy_of_the_start() {
    Recording run = Recording.named("gradient_bks");

    assertThat(
            gulp.relax(
                gulp.replaying(run), run.start(), GulpDouble.settings("sio2-bks").withMaxSteps(0)))
        .asInstanceOf(InstanceOfAssertFactories.type(Converged.class))
        .satisfies(
            c -> {
              assertThat(c.energy()).isCloseTo(-174.80353158, within(1e-8));
              assertThat(c.structure()).isEqualTo(run.start());
            });
  }

  @Test
  void what_gives_up_is_not_converged_with_its_number_and_limit() {
    Recording run = Recording.named("maxcyc_exceeded_bks");

    assertThat(gulp.relax(gulp.replaying(run), run))
        .asInstanceOf(InstanceOfAssertFactories.type(NotConverged.class))
        .satisfies(
            n -> {
              assertThat(n.kind()).isEqualTo(FailureReason.STEPS_SPENT);
              assertThat(n.reason()).contains("gnorm 0.333 eV after 3 cycles, limit 0.00100 eV");
              assertThat(n.maxForce()).isGreaterThan(0.1);
            });
  }

  @Test
  void what_does_not_end_is_ended_with_its_children_within_the_time() throws Exception {
    RelaxationSettings short3 =
        new RelaxationSettings(
            List.of("sio2-slc"), 0, 1e-3, 0.01, 3000, Duration.ofSeconds(3), true);
    long begin = System.nanoTime();

    Relaxation outcome =
        gulp.relax(
            gulp.behaving("sleep", GulpDouble.recorded(QUARTZ.output())), QUARTZ.start(), short3);

    assertFailed(outcome, FailureReason.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    Path child = folder.resolve("work/sio2-slc-rfo/child.pid");
    assertThat(isRunning(Files.readString(child).strip())).isFalse();
  }

  /** A dead process that nobody has asked for yet is there, in state Z, but does not run. */
  private static boolean isRunning(String pid) throws IOException {
    Path state = Path.of("/proc", pid, "stat");
    return ProcessHandle.of(Long.parseLong(pid)).isPresent()
        && !(Files.exists(state) && Files.readString(state).contains(") Z "));
  }

  @Test
  void a_signal_is_told() {
    assertFailed(
            gulp.relax(gulp.behaving("kill", GulpDouble.recorded(QUARTZ.output())), QUARTZ),
            FailureReason.KILLED)
        .extracting(Failed::message)
        .asString()
        .contains("signal 9");
  }

  @Test
  void the_input_of_a_job_that_is_still_at_work_is_left_alone() throws Exception {
    Path input = folder.resolve("work/sio2-slc-rfo/" + GulpRun.INPUT);
    Files.createDirectories(input.getParent());
    Files.writeString(input, "GULP is reading this");
    relaxUnder(new Silent(true));
    assertThat(input).hasContent("GULP is reading this");
    relaxUnder(new Silent(false));
    assertThat(input).content().contains("opti");
  }

  private void relaxUnder(Execution execution) {
    Workplace usual = gulp.workplace(() -> false);
    assertFailed(
        gulp.behaving("sleep", GulpDouble.recorded(QUARTZ.output()))
            .relax(
                QUARTZ.start(),
                GulpDouble.settings("sio2-slc"),
                new Workplace(
                    usual.folder(),
                    usual.label(),
                    execution,
                    usual.placement(),
                    usual.interrupted())),
        FailureReason.SCHEDULER_UNAVAILABLE);
  }

  /** A scheduler that does not answer, with or without a job at work. */
  private record Silent(boolean goesOn) implements Execution {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public boolean goesOn(ProgramRun run) {
      return goesOn;
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      return new Ending.SchedulerUnavailable("squeue: no answer");
    }
  }

  @Test
  void a_full_disk_is_told() {
    assertFailed(
        gulp.relax(gulp.behaving("full", GulpDouble.recorded(QUARTZ.output())), QUARTZ),
        FailureReason.DISK_FULL);
  }

  @Test
  void somebody_can_interrupt_it() {
    assertFailed(
        gulp.behaving("sleep", GulpDouble.recorded(QUARTZ.output()))
            .relax(
                QUARTZ.start(),
                GulpDouble.settings("sio2-slc"),
                gulp.workplace(() -> Files.exists(folder.resolve("work/sio2-slc-rfo/child.pid")))),
        FailureReason.INTERRUPTED);
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws IOException {
    GulpCalculator calculator = gulp.replaying(QUARTZ);
    Files.createFile(folder.resolve("work"));

    assertFailed(gulp.relax(calculator, QUARTZ), FailureReason.CALCULATOR_MISSING)
        .extracting(Failed::message)
        .asString()
        .contains("run.gin cannot be written");
  }

  private static ObjectAssert<Failed> assertFailed(Relaxation outcome, FailureReason reason) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.reason()).isEqualTo(reason));
  }
}
