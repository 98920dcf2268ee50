package org.coesite.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands that answer what a test tells them to; the last answer of each goes on for ever. */
final class ScriptedSlurm implements SchedulerCommands {

  static final Answer SILENCE = new Answer(-1, "", "no answer");
  static final Answer UNREACHABLE =
      new Answer(1, "", "error: Unable to contact slurm controller (connect failure)\n");
  static final Answer NOTHING = new Answer(0, "", "");

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();

  ScriptedSlurm() {
    answer("sacct", new Answer(1, "", "Slurm accounting storage is disabled\n"));
  }

  ScriptedSlurm answer(String command, Answer... inOrder) {
    answers.put(command, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  static Answer submitted(int id) {
    return new Answer(0, id + "\n", "");
  }

  static Answer queued(int id, String state, int waitStatus) {
    return new Answer(0, "%-24d%-24s%-24d%-200s%n".formatted(id, state, waitStatus, "None"), "");
  }

  /** How many times a command was asked. */
  long count(String command) {
    return asked.stream().filter(line -> line.get(0).equals(command)).count();
  }

  @Override
  public Answer ask(List<String> command) throws NoAnswerException, CommandMissingException {
    asked.add(command);
    Deque<Answer> left = answers.get(command.get(0));
    if (left == null) {
      throw new CommandMissingException(command.get(0) + ": not found", new Exception());
    }
    Answer answer = left.size() > 1 ? left.remove() : left.element();
    if (answer.equals(SILENCE)) {
      throw new NoAnswerException(command.get(0) + ": no answer");
    }
    return answer;
  }
}
