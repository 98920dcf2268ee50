package org.coesite.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;

/**
 * Tries again where two transactions of the engine wanted to change the same thing, or the database
 * could not serve both.
 */
final class Collisions {

  private static final int ATTEMPTS = 10;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private Collisions() {}

  /**
   * Does something until it collides with nothing, with growing pauses.
   *
   * @throws RuntimeException the last collision if it still collides at the tenth attempt
   */
  static void retry(Runnable action) {
    for (int attempt = 1; ; attempt++) {
      try {
        action.run();
        return;
      } catch (OptimisticLockingException | ProcessEnginePersistenceException collision) {
        if (attempt == ATTEMPTS) {
          throw collision;
        }
        LockSupport.parkNanos(attempt * PAUSE);
      }
    }
  }
}
