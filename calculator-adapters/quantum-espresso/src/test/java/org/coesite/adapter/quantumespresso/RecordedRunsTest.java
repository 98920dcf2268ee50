package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coesite.adapter.quantumespresso.Verdict.Done;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.adapter.quantumespresso.Verdict.Unfinished;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Units;
import org.coesite.execution.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded run of the real program gets its verdict and its numbers. */
class RecordedRunsTest {

  /** All that are not in here ended well. */
  private static final Map<String, FailureReason> REASONS =
      Map.ofEntries(
          Map.entry("vcrelax-stishovite-25ry", FailureReason.BASIS_OUTDATED),
          Map.entry("vcrelax-fluorite-expanded-start", FailureReason.BASIS_OUTDATED),
          Map.entry("vcrelax-compressed-start", FailureReason.BASIS_OUTDATED),
          // These three restart the expanded fluorite at 25 Ry, and end where it ends.
          Map.entry("vcrelax-max-seconds", FailureReason.BASIS_OUTDATED),
          Map.entry("vcrelax-exit-file", FailureReason.BASIS_OUTDATED),
          Map.entry("vcrelax-sigkill", FailureReason.BASIS_OUTDATED),
          Map.entry("scf-not-converged", FailureReason.SCF_NOT_CONVERGED),
          Map.entry("scf-must-converge-false", FailureReason.SCF_NOT_CONVERGED),
          Map.entry("relax-nstep", FailureReason.STEPS_SPENT),
          Map.entry("bfgs-gave-up", FailureReason.STUCK),
          Map.entry("pseudo-missing", FailureReason.PSEUDOPOTENTIAL),
          Map.entry("pseudo-not-upf", FailureReason.PSEUDOPOTENTIAL),
          Map.entry("pseudo-mixed-functionals", FailureReason.PSEUDOPOTENTIAL),
          Map.entry("atoms-coincide", FailureReason.COLLAPSED),
          Map.entry("cell-tiny", FailureReason.COLLAPSED),
          Map.entry("bad-keyword", FailureReason.INPUT_REJECTED),
          Map.entry("bad-nat", FailureReason.INPUT_REJECTED),
          Map.entry("bad-species", FailureReason.INPUT_REJECTED),
          Map.entry("no-input-file", FailureReason.INPUT_REJECTED),
          Map.entry("outdir-blocked", FailureReason.INPUT_REJECTED),
          Map.entry("no-kpoints-card", FailureReason.SETTINGS_IGNORED),
          Map.entry("dry-run", FailureReason.INTERRUPTED),
          Map.entry("dry-run-low-precision", FailureReason.INTERRUPTED),
          Map.entry("mpirun-as-root", FailureReason.CALCULATOR_MISSING));

  private static List<RecordedRun> runs() {
    return RecordedRun.lastOfEach();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void each_case_gets_its_verdict(RecordedRun run) {
    Verdict verdict = run.verdict();
    if (!REASONS.containsKey(run.name())) {
      assertThat(verdict).as(run.what()).isInstanceOf(Done.class);
    } else if (verdict instanceof Unfinished u) {
      assertThat(u.kind()).as(u.reason()).isEqualTo(REASONS.get(run.name()));
    } else {
      assertThat(verdict).as(run.what()).isInstanceOf(Failure.class);
      Failure failure = (Failure) verdict;
      assertThat(failure.reason()).as(failure.message()).isEqualTo(REASONS.get(run.name()));
      assertThat(failure.message().lines()).containsAll(printed(run)).hasSizeBetween(3, 15);
    }
  }

  /** The last words of a run, or its complaints if it had none. */
  private static List<String> printed(RecordedRun run) {
    String output = run.traces().output().text();
    List<String> lines =
        (output.isBlank() ? run.traces().error() : output)
            .lines()
            .map(line -> "  " + line.strip().replaceAll("\\s+", " "))
            .filter(line -> line.matches(".*\\w.*"))
            .toList();
    return lines.subList(Math.max(0, lines.size() - 2), lines.size());
  }

  private static List<RecordedRun> more() {
    return RecordedRun.more();
  }

  @ParameterizedTest
  @MethodSource("more")
  void other_ways_to_fail_get_their_reason(RecordedRun run) {
    String reason = run.entry().get("reason").asText();
    Verdict verdict = run.verdict();
    if (verdict instanceof Unfinished u) {
      assertThat(u.kind()).as(u.reason()).hasToString(reason);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.reason()).as(f.message()).hasToString(reason));
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void each_result_has_the_numbers_that_the_index_gives(RecordedRun run) {
    Verdict verdict = run.verdict();
    if (verdict instanceof Done done) {
      assertPoint(run, done.point());
    } else if (verdict instanceof Unfinished unfinished) {
      assertPoint(run, unfinished.point());
    }
  }

  private static void assertPoint(RecordedRun run, Point point) {
    JsonNode index = run.run();
    JsonNode xml = run.entry().get("xml");
    assertThat(point.energy())
        .isCloseTo(index.get("final_energy_ry").asDouble(), within(1e-7))
        .isCloseTo(2 * xml.get("etot_ha").asDouble(), within(1e-10));
    assertThat(point.energyInElectronVolts())
        .isCloseTo(index.get("final_energy_ev").asDouble(), within(2e-6));
    assertThat(point.energy() / point.structure().size())
        .isCloseTo(index.get("energy_per_atom_ry").asDouble(), within(1e-7));
    assertThat(point.structure().size()).isEqualTo(index.get("nat").asInt());
    if (!Double.isNaN(point.pressure())) {
      assertThat(point.structure().lattice().volume())
          .isCloseTo(index.get("volume_angstrom3").asDouble(), within(1e-3));
      assertThat(point.pressure()).isCloseTo(xml.get("pressure_kbar").asDouble(), within(6e-3));
      double allForces = xml.get("total_force_ry_bohr").asDouble() * Units.RYDBERG / PwUnits.BOHR;
      assertThat(point.maxForce()).isLessThanOrEqualTo(allForces + 2e-5);
      assertThat(point.maxForce() * Math.sqrt(point.structure().size()))
          .isGreaterThanOrEqualTo(allForces - 2e-5);
    }
  }

  @Test
  void a_run_that_stopped_in_time_ends_with_its_last_step() {
    // The two were stopped at the same place; only of one the XML from before the restart was kept.
    RecordedRun run = stopped("vcrelax-max-seconds");
    Traces traces =
        new Traces(
            run.traces().ending(),
            run.traces().output(),
            "",
            stopped("vcrelax-exit-file").traces().xml(),
            List.of());
    assertThat(Judge.on(run.asked(), traces))
        .isInstanceOfSatisfying(
            Unfinished.class,
            u -> {
              assertThat(u.kind()).isEqualTo(FailureReason.TIME_SPENT);
              assertThat(u.reason()).contains("23.70", "30.36");
              assertThat(u.point().energy()).isCloseTo(-71.69475236, within(1e-7));
              assertThat(u.point().pressure()).isEqualTo(250.03);
              assertThat(u.point().structure().lattice().volume()).isCloseTo(22.011, within(1e-3));
            });
  }

  @Test
  void an_exit_file_interrupts() {
    assertThat(stopped("vcrelax-exit-file").verdict())
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.INTERRUPTED));
  }

  @Test
  void a_killed_run_is_killed_whatever_it_printed() {
    RecordedRun run = stopped("vcrelax-sigkill");
    assertThat(run.verdict())
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.KILLED));
    PwXml xml = PwXml.read(run.traces().xml().orElseThrow());
    assertThat(xml.steps()).hasSize(1);
    assertThat(xml.steps().get(0).energy()).isCloseTo(-71.6721973, within(1e-7));
  }

  private static RecordedRun stopped(String name) {
    return RecordedRun.first(name);
  }

  @Test
  void every_ending_but_that_of_a_run_that_may_not_have_begun_quotes_the_output() {
    RecordedRun run = stopped("vcrelax-sigkill");
    for (Ending ending :
        List.of(
            new Ending.TimedOut(Duration.ofHours(1)),
            new Ending.OutOfMemory("job 7 used more memory than it has"),
            new Ending.Lost("job 7: its node failed"))) {
      assertThat(message(run, ending).lines()).containsAll(printed(run));
    }
    assertThat(message(run, new Ending.NotStarted("there is no pw.x")))
        .isEqualTo("pw.x: it did not start: there is no pw.x");
    assertThat(message(run, new Ending.SchedulerUnavailable("squeue: no answer")))
        .isEqualTo("pw.x: squeue: no answer");
    assertThat(message(run, new Ending.TimedOut(Duration.ZERO)))
        .isEqualTo("pw.x: ended after 0.0 s, its limit");
    assertThat(message(run, new Ending.Interrupted())).isEqualTo("pw.x: somebody ended it");
  }

  private static String message(RecordedRun run, Ending ending) {
    Traces traces = new Traces(ending, run.traces().output(), "", run.traces().xml(), List.of());
    return ((Failure) Judge.on(run.asked(), traces)).message();
  }

  @Test
  void a_dry_run_tells_symmetry_and_k_points() {
    PwOutput sharp = stopped("dry-run").traces().output();
    PwOutput blunt = stopped("dry-run-low-precision").traces().output();
    assertThat(sharp.symmetryOperations()).isEqualTo(6);
    assertThat(sharp.kPoints()).hasValue(13);
    assertThat(sharp.memory()).isEqualTo(109_120_000L);
    assertThat(blunt.symmetryOperations()).isEqualTo(2);
    assertThat(blunt.kPoints()).hasValue(24);
  }

  @Test
  void a_stale_xml_is_no_result() {
    RecordedRun run = stopped("scf-fluorite");
    Traces mixed =
        new Traces(
            run.traces().ending(),
            run.traces().output(),
            "",
            stopped("vcrelax-fluorite").traces().xml(),
            List.of());
    assertThat(Judge.on(run.asked(), mixed))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.SETTINGS_IGNORED));
  }
}
