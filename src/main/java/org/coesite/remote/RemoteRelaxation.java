package org.coesite.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.coesite.process.Host;
import org.coesite.search.AttemptOrder;
import org.coesite.search.Parcel;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.ResultParcel;
import org.coesite.search.WorkParcel;
import org.coesite.search.Worker;

/** Makes the attempts that a task asks for. */
record RemoteRelaxation(RelaxationAttempt attempt) {

  /**
   * Makes as many attempts as it can.
   *
   * @param interrupted asked before and during each of them; the rest is left when it says so
   * @return the results, packed; empty if there is none although there was something to do
   */
  Optional<byte[]> make(RemoteTask task, BooleanSupplier interrupted) {
    if (task.work() == null) {
      throw new IllegalStateException(
          "the engine packed no work into task %s: its plugin is missing or serves no workers"
                  .formatted(task.id())
              + " of other machines");
    }
    List<AttemptOrder> orders = Parcel.unpack(task.work(), WorkParcel.class).orders();
    Worker worker = new Worker(Host.name(), task.worker());
    List<RelaxationRecord> made = new ArrayList<>();
    for (List<AttemptOrder> part : parts(orders)) {
      if (interrupted.getAsBoolean()) {
        break;
      }
      List<RelaxationRecord> records = attempt.make(part, worker, interrupted);
      if (records.stream().anyMatch(RelaxationRecord::wasInterrupted)) {
        break;
      }
      made.addAll(records);
    }
    return made.isEmpty() && !orders.isEmpty()
        ? Optional.empty()
        : Optional.of(Parcel.pack(new ResultParcel(made)));
  }

  /** What is made together, or given back together. */
  private List<List<AttemptOrder>> parts(List<AttemptOrder> orders) {
    return !orders.isEmpty() && attempt.isTogether(orders.get(0).plan().calculator())
        ? List.of(orders)
        : orders.stream().map(List::of).toList();
  }
}
