package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecasting.Outcome.Feasible;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Units;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.execution.ProgramRun;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real pw.x; ./check installs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PwxTest {

  /** Of fluorite-type SiO2, relaxed with the same sets at 4 x 4 x 4, Ry per atom. */
  private static final double REFERENCE = -23.904940;

  /** The second scf has begun, so the file of the first is whole. */
  private static final List<String> SECOND_STEP =
      List.of("number of bfgs steps    =   1", "iteration #  1");

  private static final Structure START = Fluorite.conventional(4.66);

  private final QuantumEspressoCalculator calculator =
      new QuantumEspressoCalculator(System.getenv(), SymmetryFinder.create());

  private final RelaxationSettings settings = Fluorite.settings("fast", "kMesh", "3 3 3");

  private Path undisturbedRun = Path.of("");
  private Converged undisturbed =
      new Converged(START, 0, 0, 0, 0, Relaxation.StationaryPoint.UNKNOWN, List.of());

  @BeforeAll
  void relax_undisturbed(@TempDir Path folder) {
    undisturbedRun = folder.resolve("run");
    RelaxationSettings prepared =
        calculator.prepared(START.composition(), settings, Placement.HERE, undisturbedRun);
    undisturbed = (Converged) calculator.relax(START, prepared, Fluorite.workplace(undisturbedRun));
  }

  @Test
  void the_banner_tells_the_version() {
    assertThat(calculator.version()).isEqualTo("6.7MaX");
    assertThat(Path.of("CRASH")).doesNotExist();
  }

  @Test
  void fluorite_relaxes_to_the_energy_of_the_reference_run() {
    assertThat(undisturbed.structure().size()).isEqualTo(3);
    assertThat(undisturbed.energy() / 3 / Units.RYDBERG).isCloseTo(REFERENCE, within(1e-3));
    assertThat(undisturbed.energy()).isEqualTo(undisturbed.enthalpy());
    assertThat(Math.abs(undisturbed.pressure())).isLessThan(0.5);
    assertThat(undisturbed.maxForce()).isLessThan(0.03);
    assertThat(undisturbed.steps()).hasSizeGreaterThan(2);
    assertThat(undisturbed.structure().volumePerAtom()).isCloseTo(8.05, within(0.05));
  }

  @Test
  void a_finished_run_leaves_what_tells_how_it_was_and_is_read_again() {
    Path round = undisturbedRun.resolve("round-1");
    assertThat(round.resolve("out")).doesNotExist();
    assertThat(round.resolve("data-file-schema.xml")).isNotEmptyFile();
    assertThat(round.resolve("pw.out")).isNotEmptyFile();
    assertThat(round.resolve("pw.in")).content().contains("0.250000000000");
    assertThat(
            calculator.relax(START, settings, Fluorite.workplace(undisturbedRun, new Refusing())))
        .isEqualTo(undisturbed);
  }

  @Test
  void a_killed_relaxation_goes_on_and_ends_at_the_same_energy(@TempDir Path folder) {
    assertThat(killedAt(SECOND_STEP, folder).steps()).isNotEmpty();
    assertEndsAsUndisturbed(folder);
    assertThat(folder.resolve("round-1/pw.in")).content().contains("'restart'");
  }

  @Test
  void a_relaxation_killed_in_its_final_scf_goes_on(@TempDir Path folder) {
    killedAt(List.of("Final scf calculation"), folder);
    assertEndsAsUndisturbed(folder);
  }

  @Test
  void a_relaxation_killed_before_anything_was_saved_starts_again(@TempDir Path folder) {
    assertThat(killedAt(List.of("iteration #  3"), folder).steps()).isEmpty();
    assertEndsAsUndisturbed(folder);
    assertThat(folder.resolve("round-1/pw.in")).content().contains("'from_scratch'");
  }

  @Test
  void a_relaxation_with_damaged_files_starts_from_its_last_structure(@TempDir Path folder)
      throws Exception {
    killedAt(SECOND_STEP, folder);
    Path density = folder.resolve("round-1/out/pwscf.save/charge-density.dat");
    Files.writeString(density, "no density");
    Relaxation relaxation = calculator.relax(START, settings, Fluorite.workplace(folder));
    assertThat(relaxation)
        .isInstanceOfSatisfying(
            Converged.class,
            c -> {
              // Its plane waves are those of another start, so it ends close by only.
              double close = undisturbed.energy() / Units.RYDBERG;
              assertThat(c.energy() / Units.RYDBERG).isCloseTo(close, within(1e-4));
            });
    assertThat(folder.resolve("round-1/pw.in")).content().contains("'from_scratch'");
  }

  @Test
  void the_files_of_a_job_that_is_still_at_work_are_left_alone(@TempDir Path folder)
      throws Exception {
    assertThat(reason(folder, new Silent(false))).isEqualTo(FailureReason.SCHEDULER_UNAVAILABLE);
    Path input = folder.resolve("round-1/pw.in");
    Files.writeString(input, "pw.x is reading this");
    assertThat(reason(folder, new Silent(true))).isEqualTo(FailureReason.SCHEDULER_UNAVAILABLE);
    assertThat(input).hasContent("pw.x is reading this");
    assertThat(reason(folder, new Silent(false))).isEqualTo(FailureReason.SCHEDULER_UNAVAILABLE);
    assertThat(input).content().contains("vc-relax");
  }

  private FailureReason reason(Path folder, Execution execution) {
    Workplace workplace = new Workplace(folder, "test", execution, Silent.PLACEMENT, () -> false);
    return ((Failed) calculator.relax(START, settings, workplace)).reason();
  }

  private Failed killedAt(List<String> words, Path folder) {
    Relaxation first =
        calculator.relax(
            START,
            settings,
            Fluorite.workplace(folder, new Killing(folder.resolve("round-1"), words)));
    assertThat(first)
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.message()).contains("signal 9");
              assertThat(f.reason()).isEqualTo(FailureReason.KILLED);
            });
    return (Failed) first;
  }

  @Test
  void a_relaxation_out_of_time_stops_in_order_and_goes_on(@TempDir Path folder) {
    RelaxationSettings hurried =
        new RelaxationSettings(
            settings.stages(),
            0,
            0.001,
            0.01,
            3000,
            Duration.ofSeconds(4),
            true,
            settings.options());
    Relaxation first = calculator.relax(START, hurried, Fluorite.workplace(folder, new Slow()));
    if (first instanceof NotConverged n) {
      assertThat(n.kind()).isEqualTo(FailureReason.TIME_SPENT);
      assertThat(n.structure().size()).isEqualTo(3);
      assertThat(n.reason()).contains("max_seconds");
    } else {
      // On a busy machine not even the first step is done in that time.
      assertThat(((Failed) first).reason()).isEqualTo(FailureReason.TIMED_OUT);
    }
    assertEndsAsUndisturbed(folder);
  }

  private void assertEndsAsUndisturbed(Path folder) {
    assertThat(calculator.relax(START, settings, Fluorite.workplace(folder)))
        .isInstanceOfSatisfying(
            Converged.class,
            c -> {
              double same = undisturbed.energy() / Units.RYDBERG;
              assertThat(c.energy() / Units.RYDBERG).isCloseTo(same, within(1e-5));
              assertThat(c.steps()).hasSizeGreaterThanOrEqualTo(undisturbed.steps().size());
            });
  }

  @Test
  void two_pools_give_the_energy_of_one_process(@TempDir Path folder) {
    RelaxationSettings point =
        Fluorite.settings("fast", "kMesh", "3 3 3", "cutoff", "25", "densityCutoff", "200")
            .withMaxSteps(0);
    Workplace two =
        new Workplace(
            folder.resolve("two"),
            "two",
            new LocalExecution(),
            new Placement("local", 2, 2, Collections.emptySortedMap()),
            () -> false);
    Structure start = Fluorite.conventional(4.55);
    Relaxation one = calculator.relax(start, point, Fluorite.workplace(folder.resolve("one")));
    // As recorded, by one process and by two.
    double recorded = -71.68754819;
    assertThat(((Converged) one).energy() / Units.RYDBERG).isCloseTo(recorded, within(1e-7));
    Relaxation parallel = calculator.relax(start, point, two);
    assertThat(((Converged) parallel).energy() / Units.RYDBERG).isCloseTo(recorded, within(1e-7));
    assertThat(folder.resolve("two/round-1/pw.out"))
        .content()
        .contains("K-points division:     npool");
  }

  @Test
  void a_basis_that_does_not_fit_the_relaxed_cell_is_found(@TempDir Path folder) {
    RelaxationSettings coarse =
        Fluorite.settings(
            "fast", "kMesh", "3 3 3", "cutoff", "25", "densityCutoff", "200", "rounds", "1");
    Relaxation relaxation =
        calculator.relax(Fluorite.conventional(4.75), coarse, Fluorite.workplace(folder));
    assertThat(relaxation)
        .isInstanceOfSatisfying(
            NotConverged.class,
            n -> {
              assertThat(n.kind()).isEqualTo(FailureReason.BASIS_OUTDATED);
              assertThat(n.reason()).containsPattern("moved by 5\\.0.*84\\.[3-9] kbar");
              assertThat(n.energy() / Units.RYDBERG).isCloseTo(-71.687765, within(1e-4));
            });
  }

  @Test
  void a_dry_run_forecasts_the_cost(@TempDir Path folder) {
    assertThat(
            calculator.forecast(
                Fluorite.conventional(4.6),
                Fluorite.settings("fast", "kMesh", "4 4 4"),
                Fluorite.workplace(folder)))
        .isInstanceOfSatisfying(
            Feasible.class,
            f -> {
              assertThat(f.forecast().symmetryOperations()).isEqualTo(48);
              assertThat(f.forecast().kPoints()).isEqualTo(8);
              assertThat(f.forecast().memory()).isBetween(10_000_000L, 60_000_000L);
              assertThat(f.forecast().cpu().toSeconds()).isBetween(5L, 42L);
            });
    assertThat(folder.resolve("dry-run")).doesNotExist();
  }

  @Test
  void each_pool_needs_the_memory_of_one_process_however_many_share_it(@TempDir Path folder) {
    long one = memory(folder, 1, 1);
    assertThat(one).isPositive();
    assertThat(memory(folder, 4, 1)).isEqualTo(one);
    assertThat(memory(folder, 4, 2)).isEqualTo(2 * one);
    // There are 4 k-points, and no more pools than that.
    assertThat(memory(folder, 8, 8)).isEqualTo(4 * one);
  }

  private long memory(Path folder, int processes, int pools) {
    Placement placement = new Placement("local", processes, pools, Collections.emptySortedMap());
    Workplace workplace =
        new Workplace(folder, "test", new LocalExecution(), placement, () -> false);
    return ((Feasible) calculator.forecast(START, settings, workplace)).forecast().memory();
  }

  @Test
  void the_shipped_sets_are_read_by_the_real_program(@TempDir Path folder) {
    assertThat(
            calculator.forecast(
                Fluorite.conventional(4.6), Fluorite.settings("paper"), Fluorite.workplace(folder)))
        .isInstanceOfSatisfying(
            Feasible.class, f -> assertThat(f.forecast().kPoints()).isEqualTo(29));
  }

  /** Lets nothing run: for what has to come from files. */
  private record Refusing() implements Execution {
    @Override
    public String name() {
      return "local";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      return new Ending.NotStarted("nothing is to be run here");
    }
  }

  /**
   * A scheduler that demands directives and falls silent after the dry run, which has one process,
   * with or without a job at work.
   */
  private record Silent(boolean atWork) implements Execution {

    static final Placement PLACEMENT =
        new Placement(
            "silent", 2, 2, new TreeMap<>(Map.of("partition", "long", "account", "silica")));

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public boolean goesOn(ProgramRun run) {
      return atWork;
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      boolean dry = run.name().endsWith(".dry");
      assertThat(run.placement()).isEqualTo(dry ? PLACEMENT.serial() : PLACEMENT);
      return dry
          ? new LocalExecution().run(run, interrupted)
          : new Ending.SchedulerUnavailable("squeue: no answer");
    }
  }

  /** Sends SIGKILL to pw.x as soon as its output in a folder has some words. */
  private record Killing(Path folder, List<String> words) implements Execution {
    @Override
    public String name() {
      return "local";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      return new LocalExecution()
          .run(
              run,
              () -> {
                if (run.folder().equals(folder) && said(run.outputFile())) {
                  ProcessHandle.current()
                      .descendants()
                      .filter(p -> p.info().command().orElse("").endsWith("pw.x"))
                      .forEach(ProcessHandle::destroyForcibly);
                }
                return interrupted.getAsBoolean();
              });
    }

    private boolean said(Path output) {
      try {
        String text = Folders.text(output);
        int at = 0;
        for (String next : words) {
          at = text.indexOf(next, at);
          if (at < 0) {
            return false;
          }
        }
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Gives pw.x the time that it was asked to stop in, and as much again to do so. */
  private record Slow() implements Execution {
    @Override
    public String name() {
      return "local";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      return new LocalExecution()
          .run(
              new ProgramRun(
                  run.name(),
                  run.command(),
                  run.folder(),
                  run.environment(),
                  run.input(),
                  run.output(),
                  Duration.ofMinutes(2),
                  run.placement()),
              interrupted);
    }
  }
}
