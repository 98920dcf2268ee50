package org.coesite.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.coesite.calculator.FailureReason;
import org.coesite.search.AttemptLedger;
import org.coesite.search.AttemptOrder;
import org.coesite.search.CalculatorRefusedException;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.RelaxationJob;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what an external task asks for and tells the engine how that ended. */
final class RelaxationWork {

  /** A task that breaks its worker this often waits for a person. */
  static final int ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(RelaxationWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ExternalTaskService tasks;
  private final TaskJobs jobs;
  private final AttemptLedger ledger;
  private final RelaxationAttempt attempt;

  RelaxationWork(
      ExternalTaskService tasks, TaskJobs jobs, AttemptLedger ledger, RelaxationAttempt attempt) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.ledger = ledger;
    this.attempt = attempt;
  }

  /**
   * Relaxes what is left to do of a task.
   *
   * @param interrupted whether to stop soon and hand the task back
   */
  void relax(LockedExternalTask task, String worker, BooleanSupplier interrupted) {
    try {
      boolean done = work(task, worker(task, worker), interrupted);
      Collisions.retry(
          done ? () -> tasks.complete(task.getId(), worker) : () -> handBack(task, worker));
    } catch (CalculatorRefusedException refusal) {
      Collisions.retry(
          () ->
              tasks.handleBpmnError(
                  task.getId(), worker, GenerationModel.CALCULATOR_REFUSED, refusal.getMessage()));
    } catch (NotFoundException gone) {
      LOG.info("Task {} is no longer wanted: {}", task.getId(), gone.getMessage());
    } catch (RuntimeException | Error failure) {
      if (Shutdown.hasBegun()) {
        LOG.info("Task {} ends with this process: {}", task.getId(), failure.toString());
        Collisions.retry(() -> handBack(task, worker));
        return;
      }
      LOG.warn("Task {} failed: {}", task.getId(), failure.toString());
      try {
        Collisions.retry(() -> handOver(task, worker, failure));
      } catch (NotFoundException gone) {
        LOG.info("Task {} was ended meanwhile: {}", task.getId(), gone.getMessage());
      }
    }
  }

  private boolean work(LockedExternalTask task, Worker worker, BooleanSupplier interrupted) {
    Map<String, Object> variables = task.getVariables();
    String calculator = StructureSearchModel.CALCULATOR.in(variables);
    List<RelaxationJob> all = jobs.of(task.getBusinessKey(), variables);
    List<List<RelaxationJob>> parts =
        attempt.isTogether(calculator) ? List.of(all) : all.stream().map(List::of).toList();
    for (List<RelaxationJob> part : parts) {
      List<AttemptOrder> due =
          part.stream().flatMap(job -> ledger.due(job, calculator).stream()).toList();
      if (!due.isEmpty() && (interrupted.getAsBoolean() || !made(due, worker, interrupted))) {
        return false;
      }
    }
    return true;
  }

  /** Makes attempts and keeps them, unless they were interrupted. */
  private boolean made(List<AttemptOrder> due, Worker worker, BooleanSupplier interrupted) {
    List<RelaxationRecord> records = attempt.make(due, worker, interrupted);
    // A terminal's Ctrl-C reaches outside programs too, often before this process hears of it.
    boolean withThisProcess =
        records.stream()
                .anyMatch(record -> record.failure().equals(Optional.of(FailureReason.KILLED)))
            && Shutdown.isSoon();
    return !withThisProcess && ledger.keep(records);
  }

  private static Worker worker(LockedExternalTask task, String name) {
    return new Worker(
        Host.name(), name, task.getProcessInstanceId() + '/' + task.getActivityInstanceId());
  }

  /** Unless it is another's by now: the engine would unlock it for that one. */
  private void handBack(LockedExternalTask task, String worker) {
    boolean ours =
        tasks.createExternalTaskQuery().externalTaskId(task.getId()).workerId(worker).count() > 0;
    if (ours) {
      tasks.unlock(task.getId());
    }
  }

  private void handOver(LockedExternalTask task, String worker, Throwable failure) {
    StringWriter details = new StringWriter();
    failure.printStackTrace(new PrintWriter(details, true));
    tasks.handleFailure(
        task.getId(),
        worker,
        failure.toString(),
        details.toString(),
        attemptsLeft(task) - 1,
        PAUSE.toMillis());
  }

  private static int attemptsLeft(LockedExternalTask task) {
    @Nullable Integer retries = task.getRetries();
    return retries == null ? ATTEMPTS : retries;
  }
}
