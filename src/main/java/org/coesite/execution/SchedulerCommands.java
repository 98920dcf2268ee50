package org.coesite.execution;

import java.util.List;

/** Runs the commands of a scheduler, such as sbatch. */
interface SchedulerCommands {

  /** Whether there is such a command. */
  default boolean isThere(String command) {
    return true;
  }

  /**
   * Runs a command to its end.
   *
   * @throws CommandMissingException if there is no such command
   * @throws NoAnswerException if it does not end within its time
   */
  Answer ask(List<String> command) throws CommandMissingException, NoAnswerException;
}
