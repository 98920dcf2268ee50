package org.coesite.execution;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the scheduler tells about a job.
 *
 * @param code exit code of its script
 * @param signal that ended its script, 0 for none
 * @param reason why it waits or ended, in the scheduler's word
 */
record JobReport(String id, JobState state, int code, int signal, String reason) {

  /** Reasons to wait that no waiting removes. */
  private static final Set<String> HOPELESS =
      Set.of(
          "PartitionTimeLimit",
          "BadConstraints",
          "InvalidAccount",
          "InvalidQOS",
          "DependencyNeverSatisfied");

  /**
   * How the run ended; empty if it goes on.
   *
   * @param written exit code that the script has written into the run's folder
   */
  Optional<Ending> ending(ProgramRun run, OptionalInt written) {
    return switch (state.meaning()) {
      case GOES_ON -> Optional.empty();
      case EXITED -> Optional.of(exited(written));
      case TIMED_OUT -> Optional.of(new Ending.TimedOut(run.limit()));
      case OUT_OF_MEMORY ->
          Optional.of(new Ending.OutOfMemory("job %s used more memory than it has".formatted(id)));
      case NOT_STARTED -> Optional.of(new Ending.SchedulerUnavailable(words()));
      case LOST -> Optional.of(new Ending.Lost(words()));
    };
  }

  private Ending exited(OptionalInt written) {
    if (written.isPresent()) {
      return Ending.Exited.of(written.getAsInt());
    }
    if (signal > 0) {
      return new Ending.Killed(signal);
    }
    return state == JobState.FAILED && code == 0
        ? new Ending.SchedulerUnavailable(
            "job %s failed without an exit code: %s".formatted(id, reason))
        : Ending.Exited.of(code);
  }

  private String words() {
    return "job %s: %s (%s, reason %s)".formatted(id, state.words(), state, reason);
  }

  /** Whether it waits for something that will not come. */
  boolean isHopeless() {
    return state == JobState.PENDING && HOPELESS.contains(reason);
  }

  /**
   * From squeue, which gives a wait status, or from sacct, which gives {@code code:signal}.
   *
   * @throws NumberFormatException if the exit is neither
   */
  static JobReport of(String id, String state, String exit, String reason) {
    String[] parts = exit.split(":");
    int first = Integer.parseInt(parts[0]);
    boolean waitStatus = parts.length == 1;
    int code = waitStatus ? first >> 8 & 0xff : first;
    int signal = waitStatus ? first & 0x7f : Integer.parseInt(parts[1]);
    return new JobReport(id, JobState.of(state), code, signal, reason.strip());
  }
}
