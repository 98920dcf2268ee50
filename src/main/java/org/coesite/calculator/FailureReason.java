package org.coesite.calculator;

/** Why a relaxation gave no structure; the words that the failure policy routes by. */
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
  /** The wall-clock bound passed before anything usable came out. */
  TIMED_OUT,
  /** The program is not installed or does not start. */
  CALCULATOR_MISSING,
  /** The calculator says that the structure or the settings are not for it. */
  REFUSED,
  /** What the program wrote cannot be read. */
  OUTPUT_UNREADABLE
}
