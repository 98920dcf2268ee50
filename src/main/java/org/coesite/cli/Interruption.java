package org.coesite.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ctrl-C: remembered, so that the work can end cleanly, while the virtual machine waits for it. */
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final String howToGoOn;
  private final Consumer<String> note;
  private final Thread hook = new Thread(this::waitForTheEnd, "interruption");

  /**
   * Listens from now until it is closed.
   *
   * @param howToGoOn said if the work does not end in time
   */
  Interruption(String howToGoOn) {
    this(howToGoOn, text -> System.err.println("coesite: " + text));
  }

  /** The same, said to somebody else. */
  Interruption(String howToGoOn, Consumer<String> note) {
    this.howToGoOn = howToGoOn;
    this.note = note;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void waitForTheEnd() {
    requested.countDown();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        note.accept(
            "interrupted; a relaxation at work did not end within %d s and is lost. %s"
                .formatted(PATIENCE_SECONDS, howToGoOn));
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the work was asked to end. */
  boolean requested() {
    return requested.getCount() == 0;
  }

  /** Waits until the work is asked to end. */
  void await() throws InterruptedException {
    requested.await();
  }

  /** Waits for so long at most; returns whether the work was asked to end. */
  boolean await(long milliseconds) throws InterruptedException {
    return requested.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  /**
   * Lets the virtual machine end, which waits for nobody then: what is to be said is said before.
   */
  @Override
  public void close() {
    finished.countDown();
    if (!requested()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
