package org.coesite.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs programs as jobs of Slurm, 20.11 or later, in folders that its nodes share with this
 * machine.
 *
 * <p>A job of a run that this process left behind when it was killed is found again; an ending that
 * has been answered is done with, and the next run of the same name is a new job.
 */
public final class SlurmExecution implements Execution {

  /** Limit on one command; Slurm's own limit on a message is 10 to 60 s. */
  private static final Duration COMMAND = Duration.ofMinutes(2);

  private final Slurm slurm;
  private final Pace pace;

  /**
   * With the commands that are installed here.
   *
   * @param environment in which they are looked up and run, usually {@link System#getenv()}
   */
  public SlurmExecution(Map<String, String> environment) {
    this(new InstalledCommands(environment, COMMAND), Pace.USUAL);
  }

  SlurmExecution(SchedulerCommands commands, Pace pace) {
    this.slurm = new Slurm(commands);
    this.pace = pace;
  }

  @Override
  public String name() {
    return "slurm";
  }

  @Override
  public Optional<String> missing() {
    List<String> commands = slurm.missing();
    return commands.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "slurm needs %s, not found on the PATH; install the commands of Slurm (slurm-client)"
                .formatted(String.join(", ", commands)));
  }

  @Override
  public Ending run(ProgramRun run, BooleanSupplier interrupted) {
    if (!Files.isDirectory(run.folder())) {
      return new Ending.NotStarted("there is no folder " + run.folder());
    }
    return new SlurmRun(run, slurm, new Patience(pace, interrupted)).run();
  }

  /** As its script has measured; a job that was ended before its script was has spent its limit. */
  @Override
  public Duration worked(ProgramRun run, Duration taken) {
    Duration most = taken.compareTo(run.limit()) < 0 ? taken : run.limit();
    try {
      Path file = run.ownFile(JobScript.SECONDS);
      return Files.exists(file)
          ? Duration.ofSeconds(Math.max(0, Long.parseLong(Files.readString(file).strip())))
          : most;
    } catch (IOException | NumberFormatException garbled) {
      // The longest that it can have been: too little time is left rather than too much.
      return most;
    }
  }

  @Override
  public Optional<Ending> giveUp(ProgramRun run, BooleanSupplier interrupted) {
    return new SlurmRun(run, slurm, new Patience(pace, interrupted)).giveUp();
  }

  @Override
  public boolean goesOn(ProgramRun run) {
    try {
      return JobNote.read(run).filter(note -> note.isOf(run)).isPresent();
    } catch (IOException unreadable) {
      // The run comes upon the same file, and its ending says so.
      return true;
    }
  }
}
