package org.coesite.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchEntry.Effort;
import org.coesite.search.SearchRepository;
import org.coesite.search.SearchState;
import org.coesite.search.WorkClock;

/**
 * Measures what a search costs, from one booking to the next.
 *
 * <p>The engine's CPU time is that of all Java threads less the time that calculators and genetic
 * algorithm took in them: engine, database, workers and progress display. Compiler and garbage
 * collector have no Java thread; they count in the process, not in the engine.
 */
final class EffortMeter {

  private final SearchRepository searches;
  private final WorkClock science;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Map<Long, Long> threadCpu;
  private long processCpu;
  private Duration scienceCpu;
  private long time;
  private final Map<String, Long> times = new HashMap<>();

  EffortMeter(SearchRepository searches, WorkClock science) {
    this.searches = searches;
    this.science = science;
    this.threadCpu = Map.of();
    this.scienceCpu = Duration.ZERO;
    begin();
  }

  /** Forgets what passed since the last booking. */
  synchronized void begin() {
    times.clear();
    restart();
  }

  /** Begins to measure the time of a search; several may go on side by side. */
  synchronized void begin(String search) {
    times.put(search, System.nanoTime());
  }

  private void restart() {
    threadCpu = threadCpu();
    processCpu = system.getProcessCpuTime();
    scienceCpu = science.total();
    time = System.nanoTime();
  }

  /** Books everything since the last booking on a search; one that has ended costs nothing more. */
  synchronized void book(String search) {
    Map<Long, Long> threadsBefore = threadCpu;
    long processBefore = processCpu;
    Duration scienceBefore = scienceCpu;
    long timeBefore = times.getOrDefault(search, time);
    restart();
    times.put(search, time);
    long inThreads = 0;
    for (Map.Entry<Long, Long> thread : threadCpu.entrySet()) {
      inThreads += thread.getValue() - threadsBefore.getOrDefault(thread.getKey(), 0L);
    }
    if (hasEnded(search)) {
      return;
    }
    Duration engine = Duration.ofNanos(inThreads).minus(scienceCpu.minus(scienceBefore));
    searches.addEffort(
        search,
        new Effort(
            Duration.ofNanos(time - timeBefore),
            Duration.ofNanos(processCpu - processBefore),
            engine.isNegative() ? Duration.ZERO : engine));
  }

  private boolean hasEnded(String search) {
    return searches
        .find(search)
        .map(SearchEntry::state)
        .filter(state -> state != SearchState.RUNNING && state != SearchState.INCIDENT)
        .isPresent();
  }

  private Map<Long, Long> threadCpu() {
    Map<Long, Long> times = new HashMap<>();
    for (long thread : threads.getAllThreadIds()) {
      long cpu = threads.getThreadCpuTime(thread);
      if (cpu >= 0) {
        times.put(thread, cpu);
      }
    }
    return times;
  }
}
