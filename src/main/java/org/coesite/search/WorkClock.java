package org.coesite.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Adds up the CPU time of calculators and of the genetic algorithm, that is of all science. */
public final class WorkClock {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final LongAdder nanoseconds = new LongAdder();

  /** Does some work in this thread and counts its CPU time. */
  public <T> T measure(Supplier<T> work) {
    long before = threads.getCurrentThreadCpuTime();
    try {
      return work.get();
    } finally {
      nanoseconds.add(threads.getCurrentThreadCpuTime() - before);
    }
  }

  /** CPU time of all work so far. */
  public Duration total() {
    return Duration.ofNanos(nanoseconds.sum());
  }
}
