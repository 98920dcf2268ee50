package org.coesite.execution;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits between questions, for as long as nobody asks for an end. */
record Patience(Pace pace, BooleanSupplier interrupted) {

  /** How often to look whether somebody asks for an end. */
  private static final Duration LOOK = Duration.ofMillis(200);

  /** A question to a scheduler. */
  interface Question<T> {
    T ask() throws NoAnswerException, CommandMissingException;
  }

  /** The same pace, whoever asks for an end. */
  Patience uninterrupted() {
    return new Patience(pace, () -> false);
  }

  /**
   * Asks until there is an answer.
   *
   * @throws NoAnswerException if there is none for too long
   * @throws InterruptedException if somebody asks for an end meanwhile
   */
  <T> T ask(Question<T> question)
      throws NoAnswerException, CommandMissingException, InterruptedException {
    long begin = System.nanoTime();
    Duration pause = pace.first();
    while (true) {
      try {
        return question.ask();
      } catch (NoAnswerException silent) {
        if (isSpent(begin)) {
          throw new NoAnswerException(
              "Slurm has not answered for %s: %s".formatted(pace.patience(), silent.getMessage()));
        }
        pause(pause);
        pause = pace.after(pause);
      }
    }
  }

  /** Whether more time has passed since an instant of {@link System#nanoTime()} than there is. */
  boolean isSpent(long begin) {
    return System.nanoTime() - begin > pace.patience().toNanos();
  }

  /**
   * Does nothing for a while.
   *
   * @throws InterruptedException if somebody asks for an end
   */
  void pause(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    long left = length.toNanos();
    do {
      if (interrupted.getAsBoolean()) {
        throw new InterruptedException();
      }
      Thread.sleep(Duration.ofNanos(Math.max(0, Math.min(left, LOOK.toNanos()))).toMillis());
      left = end - System.nanoTime();
    } while (left > 0);
  }
}
