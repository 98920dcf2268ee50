package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.coesite.adapter.gulp.Departures.Departure;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Site;
import org.coesite.crystal.Vector3;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict on every recorded run, with all that it left and with its standard output alone. */
class RecordedVerdictsTest {

  /** What the words of the index are in ours. */
  private static final Map<String, FailureReason> NOT_CONVERGED =
      Map.of(
          "max_function_calls", FailureReason.STEPS_SPENT,
          "cpu_limit", FailureReason.TIME_SPENT,
          "conditions_not_satisfied", FailureReason.STUCK,
          "too_many_failed_attempts", FailureReason.STUCK);

  private static final Map<String, FailureReason> FAILED =
      Map.ofEntries(
          Map.entry("error_banner_with_optimisation_achieved", FailureReason.COLLAPSED),
          Map.entry("too_many_reciprocal_vectors", FailureReason.COLLAPSED),
          Map.entry("zero_volume", FailureReason.BAD_CELL),
          Map.entry("core_shell_cutoff", FailureReason.SHELL_LOST),
          Map.entry("not_charge_neutral", FailureReason.INPUT_REJECTED),
          Map.entry("empty_input", FailureReason.INPUT_REJECTED),
          Map.entry("library_not_found", FailureReason.INPUT_REJECTED),
          Map.entry("bad_potential_line", FailureReason.INPUT_REJECTED),
          Map.entry("bad_coordinate", FailureReason.INPUT_REJECTED),
          Map.entry("no_optimisation_result", FailureReason.SETTINGS_IGNORED),
          Map.entry("fortran_runtime_error", FailureReason.CRASHED),
          Map.entry("abort_signal", FailureReason.CRASHED),
          Map.entry("killed_by_SIGKILL", FailureReason.KILLED),
          Map.entry("killed_by_SIGTERM", FailureReason.KILLED),
          Map.entry("no_end_stopped_from_outside", FailureReason.TIMED_OUT));

  /** Runs whose root is seen before what became of it. */
  private static final Map<String, FailureReason> DEEPER =
      Map.of(
          "missing_all_potentials", FailureReason.SETTINGS_IGNORED,
          "missing_spring", FailureReason.SETTINGS_IGNORED,
          "cell_flat", FailureReason.COLLAPSED,
          "cell_huge", FailureReason.COLLAPSED,
          "collapse_sio_bks", FailureReason.COLLAPSED);

  /** Of runs that were ended from outside, what their output alone gives away. */
  private static final Map<String, FailureReason> SHALLOWER =
      Map.of(
          "syntax_comma_decimal", FailureReason.COLLAPSED,
          "sg_quartz_alpha_cif_hang", FailureReason.SETTINGS_IGNORED);

  /** Kept its cell ({@code conv}), which the adapter has relaxed: 1.07 GPa are left. */
  private static final String UNRELAXED_CELL = "conv_bks";

  @TempDir Path folder;

  static List<Recording> cases() {
    return Recording.all();
  }

  static Stream<Recording> claimingSuccess() {
    return cases().stream()
        .filter(run -> List.of("converged", "single_point").contains(run.status()))
        .filter(run -> !run.name().equals(UNRELAXED_CELL))
        .filter(run -> !Departures.ALL.containsKey(run.name()));
  }

  static Stream<Recording> givenUp() {
    return cases().stream()
        .filter(run -> run.status().equals("not_converged"))
        .filter(run -> !Departures.ALL.containsKey(run.name()));
  }

  static Stream<Recording> failed() {
    return cases().stream().filter(run -> run.status().equals("failed"));
  }

  static Stream<Recording> departures() {
    return cases().stream().filter(run -> Departures.ALL.containsKey(run.name()));
  }

  @Test
  void no_case_is_left_out() {
    assertThat(cases()).hasSize(193);
    Stream<Recording> unrelaxed = Stream.of(Recording.named(UNRELAXED_CELL));
    assertThat(
            Stream.of(claimingSuccess(), givenUp(), failed(), departures(), unrelaxed)
                .flatMap(s -> s))
        .extracting(Recording::name)
        .containsExactlyInAnyOrderElementsOf(cases().stream().map(Recording::name).toList());
    assertThat(departures()).hasSize(Departures.ALL.size());
  }

  @ParameterizedTest
  @MethodSource("claimingSuccess")
  void a_run_that_converged_is_converged(Recording run) {
    for (boolean all : new boolean[] {true, false}) {
      assertThat(relax(run, all))
          .asInstanceOf(InstanceOfAssertFactories.type(Converged.class))
          .satisfies(converged -> agreesWithIndex(converged, run));
    }
  }

  private static void agreesWithIndex(Converged converged, Recording run) {
    double energy = run.finalEnergy() == null ? run.initialEnergy() : run.finalEnergy();
    assertThat(converged.enthalpy()).isCloseTo(energy, within(1e-8));
    assertThat(converged.maxForce()).isLessThan(run.finalEnergy() == null ? 2 : 0.005);
    if (run.finalCell() != null) {
      double[] expected = run.finalCell();
      assertThat(converged.structure().lattice().lengths())
          .containsExactly(new double[] {expected[0], expected[1], expected[2]}, within(2e-6));
      assertThat(converged.structure().lattice().angles())
          .containsExactly(new double[] {expected[3], expected[4], expected[5]}, within(5e-5));
    }
    if (run.fractional() != null) {
      List<Site> expected = run.finalCores();
      for (int i = 0; i < expected.size(); i++) {
        Site site = converged.structure().sites().get(i);
        Vector3 apart = site.fractional().minus(expected.get(i).fractional());
        assertThat(site.element()).isEqualTo(expected.get(i).element());
        assertThat(Math.abs(apart.x() - Math.rint(apart.x()))).isLessThan(1e-6);
        assertThat(Math.abs(apart.y() - Math.rint(apart.y()))).isLessThan(1e-6);
        assertThat(Math.abs(apart.z() - Math.rint(apart.z()))).isLessThan(1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("givenUp")
  void a_run_that_gave_up_is_not_converged_for_its_reason(Recording run) {
    for (boolean all : new boolean[] {true, false}) {
      assertThat(relax(run, all))
          .asInstanceOf(InstanceOfAssertFactories.type(NotConverged.class))
          .satisfies(
              gaveUp -> {
                assertThat(gaveUp.kind()).isEqualTo(NOT_CONVERGED.get(run.reason()));
                assertThat(gaveUp.energy()).isCloseTo(run.finalEnergy(), within(1e-8));
                assertThat(gaveUp.steps()).isNotEmpty();
              });
    }
  }

  @Test
  void a_run_that_kept_its_cell_is_not_converged_by_the_stress_that_is_left() {
    assertThat(relax(Recording.named(UNRELAXED_CELL), true))
        .asInstanceOf(InstanceOfAssertFactories.type(NotConverged.class))
        .satisfies(
            kept -> {
              assertThat(kept.kind()).isEqualTo(FailureReason.STUCK);
              assertThat(kept.reason()).contains("a stress of 1.07 GPa, limit 0.0500 GPa");
            });
  }

  @ParameterizedTest
  @MethodSource("failed")
  void a_run_that_failed_is_failed_for_its_reason(Recording run) {
    FailureReason usual = FAILED.get(run.reason());
    assertThat(relax(run, true))
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(
            failed -> {
              assertThat(failed.reason()).isEqualTo(DEEPER.getOrDefault(run.name(), usual));
              assertThat(failed.message()).contains(lastLine(run));
            });
    assertThat(relax(run, false))
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .extracting(Failed::reason)
        .isEqualTo(
            SHALLOWER.getOrDefault(
                run.name(), DEEPER.getOrDefault(run.name(), seenInOutput(usual))));
  }

  private static String lastLine(Recording run) {
    return run.outputText()
        .lines()
        .map(line -> line.strip().replaceAll("\\s+", " "))
        .filter(line -> line.matches(".*\\w.*"))
        .reduce("", (earlier, later) -> later);
  }

  /** What only the ending tells shows in the output as one that breaks off. */
  private static FailureReason seenInOutput(FailureReason usual) {
    return switch (usual) {
      case CRASHED, KILLED, TIMED_OUT -> FailureReason.OUTPUT_UNREADABLE;
      default -> usual;
    };
  }

  @ParameterizedTest
  @MethodSource("departures")
  void a_false_success_is_a_failure(Recording run) {
    Departure departure = Departures.ALL.get(run.name());
    for (boolean all : new boolean[] {true, false}) {
      assertThat(relax(run, all))
          .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
          .as(departure.why())
          .extracting(Failed::reason)
          .isEqualTo(departure.verdict());
    }
  }

  private Relaxation relax(Recording run, boolean all) {
    int steps = run.status().equals("single_point") ? 0 : 3000;
    RelaxationSettings settings =
        new RelaxationSettings(
            List.of(run.asked().name()),
            run.pressure(),
            1e-3,
            0.01,
            steps,
            Duration.ofMinutes(5),
            true);
    Workplace workplace =
        new Workplace(
            folder.resolve(run.name() + all),
            run.name(),
            new ReplayingExecution(run, all),
            Placement.HERE,
            () -> false);
    return new StagedRelaxation(Path.of("/gulp"), List.of(run.asked()), settings, workplace)
        .from(run.start());
  }
}
