package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.Placement;
import org.coesite.execution.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the time is shared out among stages and optimisers: by what GULP has worked. */
class TimeOfStagesTest {

  private static final Recording GAVE_UP = Recording.named("maxcyc_exceeded_bks");

  private static final Duration ALL = Duration.ofSeconds(120);

  @TempDir Path folder;

  /** Replays a run that is said to have worked for a while, however long it waited. */
  private record Working(Recording recording, Duration each, List<Duration> limits)
      implements Execution {
    @Override
    public String name() {
      return "working";
    }

    @Override
    public Ending run(ProgramRun run, BooleanSupplier interrupted) {
      limits.add(run.limit());
      return new ReplayingExecution(recording, false).run(run, interrupted);
    }

    @Override
    public Duration worked(ProgramRun run, Duration taken) {
      return each;
    }
  }

  private List<Duration> limits(Duration each, int stages) {
    Working execution = new Working(GAVE_UP, each, new ArrayList<>());
    String potential = GAVE_UP.asked().name();
    Relaxation outcome =
        new StagedRelaxation(
                Path.of("/gulp"),
                List.of(GAVE_UP.asked(), GAVE_UP.asked()).subList(0, stages),
                new RelaxationSettings(List.of(potential), 0, 1e-3, 0.01, 3000, ALL, true),
                new Workplace(folder, "test", execution, Placement.HERE, () -> false))
            .from(GAVE_UP.start());
    assertThat(outcome.steps()).isNotEmpty();
    return execution.limits();
  }

  @Test
  void the_second_optimiser_has_what_the_first_did_not_work() {
    assertThat(limits(Duration.ofSeconds(10), 1))
        .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(110));
  }

  @Test
  void runs_that_only_waited_leave_all_of_the_time() {
    assertThat(limits(Duration.ZERO, 1)).containsExactly(Duration.ofSeconds(60), ALL);
  }

  @Test
  void nothing_is_left_for_a_second_optimiser_when_the_first_took_it_all() {
    assertThat(limits(ALL, 1)).containsExactly(Duration.ofSeconds(60));
  }
}
