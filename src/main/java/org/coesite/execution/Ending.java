package org.coesite.execution;

import java.time.Duration;

/** How the run of a program ended. */
public sealed interface Ending {

  /**
   * Whether the output files are those of this run; one that may not have begun, as it was
   * interrupted early or had no time left, finds those of an earlier one.
   */
  default boolean hasOutput() {
    return !(this instanceof NotStarted
        || this instanceof SchedulerUnavailable
        || this instanceof Interrupted
        || (this instanceof TimedOut timedOut && timedOut.limit().toNanos() <= 0));
  }

  /** The program ended by itself; its exit code proves nothing. */
  record Exited(int code) implements Ending {

    /** Exit codes from here on are those of a death by signal, as a shell gives them. */
    private static final int SIGNALS = 128;

    private static final int LAST_SIGNAL = SIGNALS + 64;

    /** What an exit code tells: 128 + n stands for a death by signal n. */
    static Ending of(int code) {
      return code > SIGNALS && code <= LAST_SIGNAL ? new Killed(code - SIGNALS) : new Exited(code);
    }
  }

  /** A signal ended it, which was not ours. */
  record Killed(int signal) implements Ending {}

  /** It ran into the limit on wall-clock time and was ended with all its children. */
  record TimedOut(Duration limit) implements Ending {}

  /** It used more memory than it was given, and was ended for that. */
  record OutOfMemory(String reason) implements Ending {}

  /** It was ended with all its children because somebody asked for that. */
  record Interrupted() implements Ending {}

  /** It never began: the executable is missing, or the folder is read-only. */
  record NotStarted(String reason) implements Ending {}

  /**
   * The scheduler is not there, refuses the job or does not answer. A job that it took before it
   * fell silent is found by the next run of the same folder and name.
   */
  record SchedulerUnavailable(String reason) implements Ending {}

  /**
   * It ended through no doing of its own, or nobody can tell how: the node failed, or the job was
   * cancelled or preempted by others.
   */
  record Lost(String reason) implements Ending {}
}
