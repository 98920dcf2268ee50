package org.coesite.execution;

import java.util.Arrays;

/**
 * The states of a Slurm job, and what each means for the run.
 *
 * <p>Source: {@code man squeue}, JOB STATE CODES, Slurm 22.05 to 24.05.
 */
enum JobState {
  PENDING(Meaning.GOES_ON),
  CONFIGURING(Meaning.GOES_ON),
  RUNNING(Meaning.GOES_ON),
  SUSPENDED(Meaning.GOES_ON),
  STOPPED(Meaning.GOES_ON),
  SIGNALING(Meaning.GOES_ON),
  RESIZING(Meaning.GOES_ON),
  STAGE_OUT(Meaning.GOES_ON),
  COMPLETING(Meaning.GOES_ON),
  REQUEUED(Meaning.GOES_ON),
  REQUEUE_FED(Meaning.GOES_ON),
  REQUEUE_HOLD(Meaning.GOES_ON),
  RESV_DEL_HOLD(Meaning.GOES_ON),
  SPECIAL_EXIT(Meaning.GOES_ON),
  COMPLETED(Meaning.EXITED),
  FAILED(Meaning.EXITED),
  TIMEOUT(Meaning.TIMED_OUT),
  OUT_OF_MEMORY(Meaning.OUT_OF_MEMORY),
  BOOT_FAIL(Meaning.NOT_STARTED, "its node did not boot"),
  LAUNCH_FAILED(Meaning.NOT_STARTED, "it could not be launched on its node"),
  RECONFIG_FAIL(Meaning.NOT_STARTED, "its node could not be configured"),
  CANCELLED(Meaning.LOST, "somebody cancelled it"),
  DEADLINE(Meaning.LOST, "its deadline passed"),
  NODE_FAIL(Meaning.LOST, "its node failed"),
  PREEMPTED(Meaning.LOST, "a job of higher priority took its place"),
  REVOKED(Meaning.LOST, "another cluster of the federation took it"),
  /** A state that a later Slurm may have; whoever waits on sees a known one in the end. */
  UNKNOWN(Meaning.GOES_ON);

  /** What a state means for the run. */
  enum Meaning {
    GOES_ON,
    EXITED,
    TIMED_OUT,
    OUT_OF_MEMORY,
    NOT_STARTED,
    LOST
  }

  private final Meaning meaning;
  private final String words;

  JobState(Meaning meaning) {
    this(meaning, "");
  }

  JobState(Meaning meaning, String words) {
    this.meaning = meaning;
    this.words = words;
  }

  Meaning meaning() {
    return meaning;
  }

  /** What happened, for a reader; empty where the meaning says all. */
  String words() {
    return words;
  }

  /** From what squeue and sacct print, for example {@code CANCELLED by 1000}. */
  static JobState of(String printed) {
    String word = printed.strip().split("[ +]")[0];
    return Arrays.stream(values())
        .filter(state -> state.name().equals(word))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
