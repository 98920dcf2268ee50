package org.coesite.calculator;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a relaxation gave no structure to rank; the words that the failure policy routes by. */
public enum FailureReason {
  /** Atoms fell into each other or the cell shrank below its bound. */
  COLLAPSED,
  /** The cell grew beyond its bound. */
  EXPLODED,
  /** The cell became too flat or too skewed to go on. */
  BAD_CELL,
  /** A shell left its core. */
  SHELL_LOST,
  /** Energy or forces are not numbers. */
  NOT_A_NUMBER,
  /** The energy is one that no matter has: a model has left what it was made for. */
  ENERGY_OUT_OF_RANGE,

  /** The bound on optimiser steps was reached. */
  STEPS_SPENT,
  /** The bound on time was reached in an orderly way, with a structure to go on from. */
  TIME_SPENT,
  /** The optimiser could not get lower although forces or stress are above their bounds. */
  STUCK,
  /** The self-consistent field did not converge. */
  SCF_NOT_CONVERGED,
  /** The basis set of the start does not fit the relaxed cell: pressure or energy moved. */
  BASIS_OUTDATED,

  /** The wall-clock limit passed, and the program was ended. */
  TIMED_OUT,
  /** A signal ended the program. */
  KILLED,
  /** The program ended by itself without a result and without a reason that we know. */
  CRASHED,
  /** The machine ran out of memory. */
  OUT_OF_MEMORY,
  /** There is no space left for the program's files. */
  DISK_FULL,
  /** The node that it ran on failed, or the scheduler lost the job. */
  NODE_LOST,
  /** The scheduler does not answer or refuses the job. */
  SCHEDULER_UNAVAILABLE,
  /** The program is not installed or does not start. */
  CALCULATOR_MISSING,

  /** The calculator says that the structure or the settings are not for it. */
  REFUSED,
  /** The program rejected its input. */
  INPUT_REJECTED,
  /** The program did not compute with what it was given: a term, charge or keyword is missing. */
  SETTINGS_IGNORED,
  /** Pseudopotentials are missing, damaged, changed or do not fit together. */
  PSEUDOPOTENTIAL,
  /** What the program wrote cannot be read or is incomplete. */
  OUTPUT_UNREADABLE,
  /** Two sources of one energy disagree. */
  ENERGY_MISMATCH,

  /** Somebody ended it to go on later; never kept. */
  INTERRUPTED;

  private static final Pattern FULL =
      Pattern.compile("no space left on device|disk quota exceeded", Pattern.CASE_INSENSITIVE);

  /** What the system says about a file means: that the disk is full, or else what is given. */
  public static FailureReason ofFile(@Nullable String words, FailureReason otherwise) {
    return words != null && FULL.matcher(words).find() ? DISK_FULL : otherwise;
  }
}
