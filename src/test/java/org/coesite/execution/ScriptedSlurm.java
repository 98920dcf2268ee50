package org.coesite.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands that answer what a test tells them to; the last answer of each goes on for ever. */
public final class ScriptedSlurm implements SchedulerCommands {

  static final Answer SILENCE = new Answer(-1, "", "no answer");
  static final Answer UNREACHABLE =
      new Answer(1, "", "error: Unable to contact slurm controller (connect failure)\n");
  static final Answer NOTHING = new Answer(0, "", "");

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();

  /** Without accounting; it knows no command before a test says what that answers. */
  public ScriptedSlurm() {
    answer("sacct", new Answer(1, "", "Slurm accounting storage is disabled\n"));
  }

  ScriptedSlurm answer(String command, Answer... inOrder) {
    answers.put(command, new ArrayDeque<>(List.of(inOrder)));
    return this;
  }

  /** Runs under it, with pauses that a test does not notice and little patience. */
  public Execution execution() {
    return new SlurmExecution(
        this, new Pace(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(200)));
  }

  /** Takes every job from now on, under this number. */
  public ScriptedSlurm takes(int id) {
    return answer("sbatch", submitted(id)).answer("scancel", NOTHING);
  }

  /** Tells these states of a job one after the other, and the last one for ever. */
  public ScriptedSlurm tells(int id, String... states) {
    return answer(
        "squeue", Stream.of(states).map(state -> queued(id, state, 0)).toArray(Answer[]::new));
  }

  /** Tells nothing of any job from now on. */
  public ScriptedSlurm fallsSilent() {
    return answer("squeue", UNREACHABLE);
  }

  static Answer submitted(int id) {
    return new Answer(0, id + "\n", "");
  }

  static Answer queued(int id, String state, int waitStatus) {
    return new Answer(0, "%-24d%-24s%-24d%-200s%n".formatted(id, state, waitStatus, "None"), "");
  }

  /** How many times a command was asked. */
  public long count(String command) {
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
