package org.coesite.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.execution.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenRunTest {

  @Test
  void a_program_that_ended_by_itself_is_judged_by_its_output() {
    assertThat(BrokenRun.of(new Ending.Exited(3))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void every_other_ending_has_a_reason(Ending ending, FailureReason reason, String words) {
    BrokenRun broken = BrokenRun.of(ending).orElseThrow();
    assertThat(broken.reason()).isEqualTo(reason);
    assertThat(broken.message()).contains(words);
  }

  private static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(new Ending.Killed(9), FailureReason.KILLED, "signal 9"),
        Arguments.of(new Ending.Killed(11), FailureReason.CRASHED, "SIGSEGV"),
        Arguments.of(
            new Ending.TimedOut(Duration.ofMillis(1500)), FailureReason.TIMED_OUT, "1.5 s"),
        Arguments.of(new Ending.OutOfMemory("job 7"), FailureReason.OUT_OF_MEMORY, "job 7"),
        Arguments.of(new Ending.NotStarted("no file"), FailureReason.CALCULATOR_MISSING, "no file"),
        Arguments.of(
            new Ending.NotStarted("run.out: No space left on device"),
            FailureReason.DISK_FULL,
            "run.out"),
        Arguments.of(
            new Ending.SchedulerUnavailable("sbatch"),
            FailureReason.SCHEDULER_UNAVAILABLE,
            "sbatch"),
        Arguments.of(new Ending.Lost("node 3"), FailureReason.NODE_LOST, "node 3"),
        Arguments.of(new Ending.Interrupted(), FailureReason.INTERRUPTED, "somebody"));
  }

  @Test
  void no_ending_is_forgotten_here() {
    List<Class<?>> asked =
        Stream.concat(Stream.of(new Ending.Exited(0)), endings().map(a -> a.get()[0]))
            .<Class<?>>map(Object::getClass)
            .distinct()
            .toList();
    assertThat(asked).containsExactlyInAnyOrder(Ending.class.getPermittedSubclasses());
  }
}
