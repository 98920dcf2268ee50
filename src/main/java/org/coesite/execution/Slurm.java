package org.coesite.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words in which Slurm is asked: how to submit a job, to find it, and to cancel it. */
final class Slurm {

  /** Number of a job, which another cluster's name may follow. */
  private static final Pattern SUBMITTED = Pattern.compile("(?m)^(\\d+)(;.*)?$");

  /** Complaints that pass; all others are about the job. */
  private static final Pattern PASSING =
      Pattern.compile(
          "unable to contact|timed out|temporarily|zero bytes|connection refused|standby mode"
              + "|connection failure|authentication|transport endpoint",
          Pattern.CASE_INSENSITIVE);

  /** Limits on the number of jobs, for which those that end make room. */
  private static final Pattern FULL =
      Pattern.compile("(QOS|Assoc)\\w*(SubmitJob|MaxSubmit)", Pattern.CASE_INSENSITIVE);

  /**
   * A limit that is not named may be one of those, or one on size and time that no waiting removes.
   */
  private static final Pattern PERHAPS_FULL =
      Pattern.compile("^(?!.*(QOS|Assoc)\\w+).*job submit limit", Pattern.CASE_INSENSITIVE);

  /** How far back accounting is searched. */
  private static final String SINCE = "now-60days";

  private final SchedulerCommands commands;

  Slurm(SchedulerCommands commands) {
    this.commands = commands;
  }

  /** The commands without which no job can be run; accounting is not among them. */
  List<String> missing() {
    return Stream.of("sbatch", "squeue", "scancel")
        .filter(command -> !commands.isThere(command))
        .toList();
  }

  /** Submits a script and answers the number of its job. */
  String submit(Path script)
      throws NoAnswerException,
          CommandMissingException,
          QueueFullException,
          SubmissionRefusedException {
    Answer answer = commands.ask(List.of("sbatch", "--parsable", script.toString()));
    Matcher id = SUBMITTED.matcher(answer.output());
    if (answer.isGood() && id.find()) {
      return id.group(1);
    }
    String complaint = "sbatch: " + answer.complaint();
    if (FULL.matcher(complaint).find()) {
      throw new QueueFullException(complaint);
    }
    if (PASSING.matcher(complaint).find() || PERHAPS_FULL.matcher(complaint).find()) {
      throw new NoAnswerException(complaint);
    }
    throw new SubmissionRefusedException(complaint);
  }

  /**
   * The job of this name, which is one of a kind: as the controller knows it or, some minutes after
   * its end, as accounting does where there is any.
   */
  Optional<JobReport> find(String jobName) throws NoAnswerException, CommandMissingException {
    Answer answer =
        commands.ask(
            List.of(
                "squeue",
                "--noheader",
                "--me",
                "--states=all",
                "--name=" + jobName,
                "--Format=JobID:24,State:24,exit_code:24,Reason:200"));
    if (!answer.isGood()) {
      throw new NoAnswerException("squeue: " + answer.complaint());
    }
    Optional<JobReport> inQueue = report(answer.output(), "\\s+");
    return inQueue.isPresent() ? inQueue : accounted(jobName);
  }

  private Optional<JobReport> accounted(String jobName) {
    try {
      Answer answer =
          commands.ask(
              List.of(
                  "sacct",
                  "--noheader",
                  "--parsable2",
                  "--allocations",
                  "--name=" + jobName,
                  "--starttime=" + SINCE,
                  "--format=JobID,State,ExitCode,Reason"));
      return answer.isGood()
          ? report(answer.output(), "\\|").filter(Slurm::hasEnded)
          : Optional.empty();
    } catch (NoAnswerException | CommandMissingException none) {
      // Many clusters have no accounting; the exit code in the folder of the run has to do then.
      return Optional.empty();
    }
  }

  /** What the controller has forgotten does not run, whatever accounting thinks. */
  private static boolean hasEnded(JobReport report) {
    return report.state().meaning() != JobState.Meaning.GOES_ON;
  }

  private static Optional<JobReport> report(String output, String separator)
      throws NoAnswerException {
    String line = output.strip();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    String[] words = line.lines().reduce((one, later) -> later).orElse("").split(separator, 4);
    try {
      String reason = words.length > 3 ? words[3] : "";
      return Optional.of(JobReport.of(words[0], words[1], words[2], reason));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException garbled) {
      throw new NoAnswerException("no line of a job: '%s'".formatted(line));
    }
  }

  /** Asks for the end of a job; false if Slurm no longer knows it. */
  boolean cancel(JobReport job) throws NoAnswerException, CommandMissingException {
    Answer answer = commands.ask(List.of("scancel", job.id()));
    boolean isGone = answer.error().contains("Invalid job id");
    if (!answer.isGood() && !isGone) {
      throw new NoAnswerException("scancel: " + answer.complaint());
    }
    return !isGone;
  }
}
