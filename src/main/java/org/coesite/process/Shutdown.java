package org.coesite.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The end of this Java machine, by Ctrl-C for example. */
final class Shutdown {

  /** A signal that ended a child is heard of here within this time. */
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(500);

  private Shutdown() {}

  /** Whether it has begun: no hook can be added any more. */
  static boolean hasBegun() {
    Thread hook = new Thread(() -> {}, "coesite-probe");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException begun) {
      return true;
    }
  }

  /** The same, after the time that it takes to hear of a signal. */
  static boolean isSoon() {
    long end = System.nanoTime() + SOON;
    while (!hasBegun()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(SOON / 10);
    }
    return true;
  }
}
