package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.Placement;
import org.coesite.execution.ProgramRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that ended before GULP did anything, in a folder with the output of an earlier one. */
class RunThatNeverBeganTest {

  private static final Recording EARLIER = Recording.named("maxcyc_exceeded_bks");

  @TempDir Path folder;

  /** Ends a run before its program has begun. */
  private record Unbegun(Ending ending) implements Execution {
    @Override
    public String name() {
      return "ending";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      return ending;
    }
  }

  private static Stream<Ending> endings() {
    return Stream.of(
        new Ending.TimedOut(Duration.ZERO),
        new Ending.Interrupted(),
        new Ending.SchedulerUnavailable("squeue: no answer"));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void neither_quotes_nor_counts_what_an_earlier_one_printed(Ending ending) {
    assertThat(relaxed(new ReplayingExecution(EARLIER, false)).steps()).isNotEmpty();

    assertThat(relaxed(new Unbegun(ending)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.steps()).isEmpty();
              assertThat(failed.message()).doesNotContain("printed");
            });
  }

  private Relaxation relaxed(Execution execution) {
    RelaxationSettings settings =
        new RelaxationSettings(
            List.of(EARLIER.asked().name()), 0, 1e-3, 0.01, 3000, Duration.ofMinutes(2), true);
    return new StagedRelaxation(
            Path.of("/gulp"),
            List.of(EARLIER.asked()),
            settings,
            new Workplace(folder, "test", execution, Placement.HERE, () -> false))
        .from(EARLIER.start());
  }
}
