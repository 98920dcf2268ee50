package org.coesite.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One run under Slurm, from its submission, or from where a killed process left it, to its end. */
final class SlurmRun {

  /** How many times in a row a job has to be unknown until it counts as gone. */
  private static final int LOOKS = 3;

  private final ProgramRun run;
  private final Slurm slurm;
  private final Patience patience;
  private final Path exitFile;
  private @Nullable JobNote note;

  SlurmRun(ProgramRun run, Slurm slurm, Patience patience) {
    this.run = run;
    this.slurm = slurm;
    this.patience = patience;
    this.exitFile = run.ownFile(".exit");
  }

  /** The note stays behind if nobody knows what became of the job: the next run looks for it. */
  Ending run() {
    try {
      return end(findOrSubmit());
    } catch (SubmissionRefusedException refused) {
      return end(new Ending.SchedulerUnavailable(String.valueOf(refused.getMessage())));
    } catch (InterruptedException request) {
      return interrupted();
    } catch (CommandMissingException missing) {
      return new Ending.SchedulerUnavailable(String.valueOf(missing.getMessage()));
    } catch (IOException failure) {
      return new Ending.NotStarted(String.valueOf(failure.getMessage()));
    } catch (NoAnswerException silence) {
      return unknown(silence);
    }
  }

  /** Cancels what is left of the run; the note stays behind as long as that is not certain. */
  Optional<Ending> giveUp() {
    try {
      LocalExecution.endLeftover(run);
      Optional<JobNote> left = JobNote.read(run);
      if (left.isPresent()) {
        cancel(write(left.get().givenUp()), patience);
      }
      return Optional.empty();
    } catch (InterruptedException request) {
      if (!patience.interrupted().getAsBoolean()) {
        Thread.currentThread().interrupt();
      }
      return Optional.of(new Ending.Interrupted());
    } catch (NoAnswerException silence) {
      return Optional.of(unknown(silence));
    } catch (CommandMissingException missing) {
      return Optional.of(new Ending.SchedulerUnavailable(String.valueOf(missing.getMessage())));
    } catch (IOException failure) {
      return Optional.of(new Ending.NotStarted(String.valueOf(failure.getMessage())));
    }
  }

  private Ending findOrSubmit()
      throws IOException,
          NoAnswerException,
          CommandMissingException,
          SubmissionRefusedException,
          InterruptedException {
    patience.pause(Duration.ZERO);
    LocalExecution.endLeftover(run);
    JobNote left = JobNote.read(run).orElse(null);
    if (left == null) {
      return run.limit().toNanos() > 0 ? submit() : new Ending.TimedOut(run.limit());
    }
    note = left;
    if (!left.isOf(run)) {
      cancel(left, patience);
      return submit();
    }
    Optional<JobReport> found = find(left);
    if (found.isPresent()) {
      return follow(write(left.withId(found.get().id())));
    }
    return !left.id().isEmpty() || Files.exists(exitFile) ? follow(left) : submit();
  }

  /**
   * Submits until Slurm takes the job, for as long as there is no room for it; a try that got no
   * answer may have come through as well.
   */
  private Ending submit()
      throws IOException,
          NoAnswerException,
          CommandMissingException,
          SubmissionRefusedException,
          InterruptedException {
    // A job that ends in the queue would leave the words of an earlier run as its own.
    Files.deleteIfExists(run.outputFile());
    Files.deleteIfExists(run.errorFile());
    long begin = System.nanoTime();
    Duration pause = patience.pace().first();
    while (true) {
      Files.deleteIfExists(exitFile);
      Files.deleteIfExists(run.ownFile(JobScript.SECONDS));
      JobNote fresh = write(JobNote.fresh(run));
      try {
        String id = slurm.submit(new JobScript(run, fresh.jobName()).write());
        return follow(write(fresh.withId(id)));
      } catch (NoAnswerException silence) {
        Optional<JobReport> arrived = find(fresh);
        if (arrived.isPresent()) {
          return follow(write(fresh.withId(arrived.get().id())));
        }
        if (patience.isSpent(begin)) {
          throw silence;
        }
      } catch (QueueFullException full) {
        // As a place in the queue, a place to wait for one has no limit on time.
        begin = System.nanoTime();
      }
      patience.pause(pause);
      pause = patience.pace().after(pause);
    }
  }

  private JobNote write(JobNote next) throws IOException {
    next.write(run);
    note = next;
    return next;
  }

  private Optional<JobReport> find(JobNote job)
      throws NoAnswerException, CommandMissingException, InterruptedException {
    return patience.ask(() -> slurm.find(job.jobName()));
  }

  /** Waits for the end of a job. */
  private Ending follow(JobNote job)
      throws IOException, NoAnswerException, CommandMissingException, InterruptedException {
    Duration pause = patience.pace().first();
    int unknown = 0;
    while (true) {
      Optional<JobReport> report = find(job);
      OptionalInt written = writtenExitCode();
      Optional<Ending> ending = report.flatMap(known -> known.ending(run, written));
      if (ending.isPresent()) {
        return ending.get();
      }
      if (report.isPresent() && report.get().isHopeless()) {
        cancel(job, patience);
        return new Ending.SchedulerUnavailable(
            "job %s can never begin: %s".formatted(report.get().id(), report.get().reason()));
      }
      unknown = report.isPresent() ? 0 : unknown + 1;
      if (unknown > 0 && written.isPresent()) {
        return Ending.Exited.of(written.getAsInt());
      }
      if (unknown == LOOKS) {
        return new Ending.Lost(
            "job %s (%s) is unknown to squeue and sacct, and has left no exit code in %s"
                .formatted(job.id(), job.jobName(), exitFile));
      }
      patience.pause(pause);
      pause = patience.pace().after(pause);
    }
  }

  private OptionalInt writtenExitCode() throws IOException {
    if (!Files.exists(exitFile)) {
      return OptionalInt.empty();
    }
    String text = Files.readString(exitFile).strip();
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException garbled) {
      throw new IOException("%s holds no exit code: '%s'".formatted(exitFile, text), garbled);
    }
  }

  /** Cancels a job and waits until nothing of it runs. */
  private void cancel(JobNote job, Patience waiting)
      throws NoAnswerException, CommandMissingException, InterruptedException {
    long begin = System.nanoTime();
    Duration pause = waiting.pace().first();
    boolean asked = false;
    while (true) {
      Optional<JobReport> report = waiting.ask(() -> slurm.find(job.jobName()));
      if (report.isEmpty() || report.get().state().meaning() != JobState.Meaning.GOES_ON) {
        return;
      }
      if (!asked) {
        waiting.ask(() -> slurm.cancel(report.get()));
        asked = true;
      } else if (waiting.isSpent(begin)) {
        throw new NoAnswerException(
            "%s since scancel %s ago".formatted(report.get().state(), waiting.pace().patience()));
      }
      waiting.pause(pause);
      pause = waiting.pace().after(pause);
    }
  }

  /** Somebody has asked for an end: either the run's caller or the interruption of this thread. */
  private Ending interrupted() {
    boolean isThread = !patience.interrupted().getAsBoolean();
    try {
      if (note == null) {
        return new Ending.Interrupted();
      }
      JobNote unwanted = write(note.givenUp());
      cancel(unwanted, patience.uninterrupted());
      if (unwanted.id().isEmpty()) {
        // It may come in yet, and finds another job's name in the note then.
        write(JobNote.fresh(run).givenUp());
        return new Ending.Interrupted();
      }
      return end(new Ending.Interrupted());
    } catch (NoAnswerException silence) {
      return unknown(silence);
    } catch (CommandMissingException | IOException failure) {
      return new Ending.Lost(
          "job %s was not cancelled: %s".formatted(jobName(), failure.getMessage()));
    } catch (InterruptedException again) {
      isThread = true;
      return new Ending.Lost("job %s may not be cancelled: interrupted".formatted(jobName()));
    } finally {
      if (isThread) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Ending unknown(NoAnswerException silence) {
    return new Ending.SchedulerUnavailable(
        note == null || note.id().isEmpty()
            ? String.valueOf(silence.getMessage())
            : "what became of job %s (%s) is unknown: %s"
                .formatted(note.id(), note.jobName(), silence.getMessage()));
  }

  private String jobName() {
    return note == null ? run.name() : note.jobName();
  }

  /** The run has ended, and its files of bookkeeping go: the next one is a new run. */
  private Ending end(Ending ending) {
    try {
      Files.deleteIfExists(exitFile);
      JobNote.delete(run);
      return ending;
    } catch (IOException failure) {
      return new Ending.Lost(
          "%s, but the files of its job cannot be removed: %s"
              .formatted(ending, failure.getMessage()));
    }
  }
}
