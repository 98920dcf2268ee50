package org.coesite.adapter.mlpotential;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are kept warm between relaxations: one for each device other than the processor, and
 * on the processor as many as there are relaxations at a time.
 */
final class WarmWorkers {

  private final Map<ModelAddress, Deque<WarmWorker>> idle = new HashMap<>();
  private final Map<String, Semaphore> devices = new ConcurrentHashMap<>();

  /** Work to be done with a worker. */
  interface Work<T> {
    T with(WarmWorker worker) throws ModelUnavailableException;
  }

  /**
   * Does work with an idle worker, or with a new one. One that throws is ended.
   *
   * @throws ModelUnavailableException if a new one is needed and cannot open the model
   */
  <T> T use(PythonProgram program, ModelAddress address, BooleanSupplier interrupted, Work<T> work)
      throws ModelUnavailableException {
    @Nullable Semaphore device =
        address.isExclusive()
            ? devices.computeIfAbsent(address.device(), name -> new Semaphore(1, true))
            : null;
    if (device != null) {
      device.acquireUninterruptibly();
    }
    try {
      WarmWorker worker = taken(program, address, interrupted);
      boolean kept = false;
      try {
        T result = work.with(worker);
        kept = keep(address, worker);
        return result;
      } finally {
        if (!kept) {
          worker.close();
        }
      }
    } finally {
      if (device != null) {
        device.release();
      }
    }
  }

  private WarmWorker taken(PythonProgram program, ModelAddress address, BooleanSupplier interrupted)
      throws ModelUnavailableException {
    synchronized (idle) {
      Deque<WarmWorker> waiting = idle.computeIfAbsent(address, any -> new ArrayDeque<>());
      while (!waiting.isEmpty()) {
        WarmWorker worker = waiting.pop();
        if (worker.isAlive()) {
          return worker;
        }
      }
    }
    return WarmWorker.started(program, address, interrupted);
  }

  private boolean keep(ModelAddress address, WarmWorker worker) {
    if (!worker.isAlive()) {
      return false;
    }
    synchronized (idle) {
      idle.computeIfAbsent(address, any -> new ArrayDeque<>()).push(worker);
    }
    return true;
  }
}
