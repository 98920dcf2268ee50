package org.coesite.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.OptimisticLockingException;

/** Tries again where two transactions of the engine wanted to change the same thing. */
final class Collisions {

  private static final int ATTEMPTS = 10;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private Collisions() {}

  /**
   * Does something until it collides with nothing, with growing pauses.
   *
   * @throws OptimisticLockingException if it still collides at the tenth attempt
   */
  static void retry(Runnable action) {
    for (int attempt = 1; ; attempt++) {
      try {
        action.run();
        return;
      } catch (OptimisticLockingException collision) {
        if (attempt == ATTEMPTS) {
          throw collision;
        }
        LockSupport.parkNanos(attempt * PAUSE);
      }
    }
  }
}
