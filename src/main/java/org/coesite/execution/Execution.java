package org.coesite.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A place where outside programs run. */
public interface Execution {

  /** Name as users write it: {@code local} or {@code slurm}. */
  String name();

  /** What this machine lacks to run anything there, in words; empty if it lacks nothing. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /**
   * Runs a program to its end; whatever becomes of it is a value.
   *
   * <p>If a run of the same folder and name is still going on, because this process was killed and
   * started again, it is never started a second time beside it.
   *
   * @param interrupted asked again and again; once it says so, the program is ended with all its
   *     children and the answer is {@link Ending.Interrupted}
   */
  Ending run(ProgramRun run, BooleanSupplier interrupted);

  /**
   * For how long the program of the last run of this folder and name was at work; the time that it
   * waited in a queue does not count.
   *
   * @param taken how long {@link #run} took
   */
  default Duration worked(ProgramRun run, Duration taken) {
    return taken;
  }

  /**
   * Whether {@link #run} would go on with what a killed process has left of this run, instead of
   * beginning anew. The files of the run are not to be touched then until it has answered, as a
   * program may be at work on them.
   */
  default boolean goesOn(ProgramRun run) {
    return false;
  }

  /**
   * Ends what a killed process has left of a run that nobody wants any more, because its files are
   * to go.
   *
   * @return empty once nothing of it is at work; else why that is not certain, and the files are
   *     not to be touched
   */
  default Optional<Ending> giveUp(ProgramRun run, BooleanSupplier interrupted) {
    return Optional.empty();
  }
}
