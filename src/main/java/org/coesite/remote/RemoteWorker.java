package org.coesite.remote;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.coesite.process.Heartbeat;
import org.coesite.process.Host;
import org.coesite.process.Models;
import org.coesite.search.CalculatorRefusedException;
import org.coesite.search.RelaxationAttempt;

/**
 * Relaxes for an engine that it reaches over REST alone. Each thread is a worker of its own to the
 * engine, and asks for one task at a time.
 */
public final class RemoteWorker {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final RemoteTasks tasks;
  private final RemoteRelaxation relaxation;
  private final Delivery delivery;
  private final Consumer<String> note;
  private final Heartbeat heartbeat;
  private final Map<String, RemoteTask> atWork = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> threads;

  /**
   * Waits for {@link #start()}.
   *
   * @param calculators what it can compute with, by name
   * @param lock after how long others may take the task of a worker that is no longer heard of
   * @param note told what a person at this machine may want to know
   */
  public RemoteWorker(
      RestEngine engine,
      List<String> calculators,
      RelaxationAttempt attempt,
      int workers,
      Duration lock,
      Consumer<String> note) {
    this.tasks = new RemoteTasks(engine, calculators.stream().map(Models::topic).toList(), lock);
    this.relaxation = new RemoteRelaxation(attempt);
    this.note = note;
    this.delivery = new Delivery(note);
    this.heartbeat = new Heartbeat(this::extend, lock.dividedBy(3));
    this.threads =
        IntStream.rangeClosed(1, workers)
            .mapToObj(number -> new Thread(() -> work(name(number)), "coesite-relax-" + number))
            .toList();
  }

  private static String name(int number) {
    return "worker-%s-%d-%d".formatted(Host.name(), ProcessHandle.current().pid(), number);
  }

  /** Begins to ask for tasks. */
  public void start() {
    threads.forEach(Thread::start);
  }

  /** Ends the relaxations at work, hands the rest of their tasks back and waits for that. */
  public void stop() throws InterruptedException {
    closing.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    heartbeat.close();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private boolean extend(String id) {
    RemoteTask task = atWork.get(id);
    return task == null || tasks.extend(task);
  }

  private void work(String worker) {
    Duration pause = Duration.ofSeconds(1);
    while (!isClosing()) {
      try {
        tasks.fetch(worker).ifPresent(this::work);
        pause = Duration.ofSeconds(1);
      } catch (EngineUnreachableException | EngineRefusalException failure) {
        note.accept("%s; asking again in %d s".formatted(failure.getMessage(), pause.toSeconds()));
        rest(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private void rest(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(RemoteTask task) {
    atWork.put(task.id(), task);
    heartbeat.add(task.id());
    try {
      Runnable answer = answer(task);
      delivery.deliver(task, answer);
    } finally {
      heartbeat.remove(task.id());
      atWork.remove(task.id());
    }
  }

  /** Unless the engine has given it to another by now: it would unlock it for that one. */
  private void handBack(RemoteTask task) {
    if (!heartbeat.isUnwanted(task.id())) {
      tasks.unlock(task);
    }
  }

  /** Computes, and says what the engine is to be told then. */
  private Runnable answer(RemoteTask task) {
    try {
      return relaxation
          .make(task, () -> isClosing() || heartbeat.isUnwanted(task.id()))
          .<Runnable>map(results -> () -> tasks.complete(task, results))
          .orElse(() -> handBack(task));
    } catch (CalculatorRefusedException refusal) {
      return () -> tasks.raise(task, Models.CALCULATOR_REFUSED, refusal.getMessage());
    } catch (RuntimeException | Error failure) {
      note.accept("task %s failed: %s".formatted(task.id(), failure));
      StringWriter details = new StringWriter();
      failure.printStackTrace(new PrintWriter(details, true));
      return () -> tasks.fail(task, failure.toString(), details.toString());
    }
  }
}
