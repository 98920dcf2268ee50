package org.coesite.cli;

/** What a command returns to the shell. */
final class ExitCode {

  /** The work is done. */
  static final int DONE = 0;

  /** The work failed; the reason is printed. */
  static final int FAILED = 1;

  /** The input cannot be worked with; one line says where and why. */
  static final int BAD_INPUT = 2;

  /** The search waits for the approval of its refinement. */
  static final int WAITS_FOR_APPROVAL = 3;

  /** Ctrl-C, as shells count it: 128 + signal 2. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
