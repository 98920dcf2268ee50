package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the time is shared out among rounds and ways to go on: by what pw.x has worked. */
class TimeOfRunsTest {

  private static final RecordedRun DRY = RecordedRun.first("dry-run");

  /** Ends with a cell that its basis does not fit. */
  private static final RecordedRun OUTGROWN =
      RecordedRun.more().stream()
          .filter(run -> run.name().equals("cell-factor"))
          .findFirst()
          .orElseThrow();

  private static final RelaxationSettings SETTINGS = Fluorite.settings("fast", "rounds", "3");
  private static final Structure START = Fluorite.conventional(4.7);
  private static final Duration ALL = SETTINGS.maxTime();

  @TempDir Path folder;

  /** Leaves what a run does that is said to have worked for a while, however long it waited. */
  private record Working(Duration each, boolean crashes, List<Duration> limits)
      implements Execution {
    @Override
    public String name() {
      return "local";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      try {
        if (run.name().endsWith(".dry")) {
          Files.writeString(run.outputFile(), DRY.traces().output().text());
          return new Ending.Exited(0);
        }
        limits.add(run.limit());
        if (crashes) {
          Files.writeString(run.outputFile(), "     Program PWSCF v.6.7MaX starts\n");
          return new Ending.Exited(1);
        }
        Files.writeString(run.outputFile(), OUTGROWN.traces().output().text());
        save(run.folder(), OUTGROWN);
        return OUTGROWN.traces().ending();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Duration worked(ProgramRun run, Duration taken) {
      return each;
    }
  }

  private static void save(Path round, RecordedRun run) throws IOException {
    Path save = Files.createDirectories(round.resolve("out").resolve("pwscf.save"));
    Files.write(save.resolve(SavedRun.XML), run.traces().xml().orElseThrow());
    Files.writeString(save.resolve("charge-density.dat"), "density");
  }

  private PwInput input() {
    PwSettings settings = PwSettings.of(SETTINGS);
    return new PwInput(
        settings,
        START,
        PseudopotentialSet.read(settings, START.composition()).byElement().values());
  }

  /** The limits of the runs after one that was killed, each of which crashes. */
  private List<Duration> limitsOfWays(Duration each) throws IOException {
    Working execution = new Working(each, true, new ArrayList<>());
    Path round = folder.resolve("round-1");
    new SavedRun(round).identify(input().identity());
    Folders.write(round.resolve(PwInput.FILE), input().text(ALL));
    save(round, OUTGROWN);
    var workplace = Fluorite.workplace(folder, execution);
    Verdict verdict =
        new Round(round, input(), PwProgram.in(System.getenv()), workplace, workplace.placement())
            .run(new TimeBudget(ALL))
            .verdict();
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.CRASHED));
    return execution.limits();
  }

  /** The limits of the rounds of a relaxation whose cell never fits its basis. */
  private List<Duration> limitsOfRounds(Duration each) throws IOException {
    Working execution = new Working(each, false, new ArrayList<>());
    PwSettings settings = PwSettings.of(SETTINGS);
    Relaxation outcome =
        new Relaxing(
                settings,
                PseudopotentialSet.read(settings, START.composition()),
                PwProgram.in(System.getenv()),
                Fluorite.workplace(folder, execution),
                Machine.THIS)
            .relax(START, ALL);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotConverged.class, n -> assertThat(n.kind()).isEqualTo(FailureReason.BASIS_OUTDATED));
    return execution.limits();
  }

  @Test
  void ways_to_go_on_that_only_waited_leave_all_of_the_time() throws IOException {
    assertThat(limitsOfWays(Duration.ZERO)).containsExactly(ALL, ALL, ALL);
  }

  @Test
  void the_next_way_has_what_the_last_did_not_work() throws IOException {
    assertThat(limitsOfWays(Duration.ofMinutes(2)))
        .containsExactly(ALL, Duration.ofMinutes(3), Duration.ofMinutes(1));
  }

  @Test
  void no_other_way_is_tried_once_the_time_is_spent() throws IOException {
    assertThat(limitsOfWays(ALL)).containsExactly(ALL);
  }

  @Test
  void rounds_that_only_waited_leave_all_of_the_time() throws IOException {
    assertThat(limitsOfRounds(Duration.ZERO)).containsExactly(ALL, ALL, ALL);
  }

  @Test
  void the_next_round_has_what_the_last_did_not_work() throws IOException {
    assertThat(limitsOfRounds(Duration.ofMinutes(3))).containsExactly(ALL, Duration.ofMinutes(2));
  }
}
