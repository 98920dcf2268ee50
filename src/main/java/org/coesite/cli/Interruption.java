package org.coesite.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: remembered, so that the work can end cleanly, while the virtual machine waits for it. */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::waitForTheEnd, "interruption");

  /** Listens from now until it is closed. */
  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void waitForTheEnd() {
    request();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("coesite: gave up waiting after " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the work to end, as Ctrl-C does. */
  void request() {
    requested.countDown();
  }

  /** Whether the work was asked to end. */
  boolean requested() {
    return requested.getCount() == 0;
  }

  /** Lets the virtual machine end. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
