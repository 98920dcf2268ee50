package org.coesite.remote;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Brings what came of a task to its engine, again and again if need be: it cost a computation. */
final class Delivery {

  private static final int COLLISIONS = 10;
  private static final Duration AFTER_COLLISION = Duration.ofMillis(50);

  /** Together some ten minutes, the time to restart a server. */
  private static final int RECONNECTIONS = 120;

  private static final Duration AFTER_LOSS = Duration.ofSeconds(5);

  private final Consumer<String> note;

  Delivery(Consumer<String> note) {
    this.note = note;
  }

  /** Tells the engine; where that fails for good, the lock of the task expires. */
  void deliver(RemoteTask task, Runnable answer) {
    int collisions = 0;
    int losses = 0;
    while (true) {
      try {
        answer.run();
        return;
      } catch (EngineRefusalException refusal) {
        if (!refusal.isPassing() || ++collisions == COLLISIONS) {
          note.accept("task %s is not taken back: %s".formatted(task.id(), refusal.getMessage()));
          return;
        }
        LockSupport.parkNanos(AFTER_COLLISION.multipliedBy(collisions).toNanos());
      } catch (EngineUnreachableException loss) {
        if (++losses == RECONNECTIONS) {
          note.accept("%s; task %s is given up".formatted(loss.getMessage(), task.id()));
          return;
        }
        LockSupport.parkNanos(AFTER_LOSS.toNanos());
      }
    }
  }
}
