package org.coesite.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.BatchTask;
import org.coesite.search.CalculatorRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Relaxes the batch of an external task and tells the engine how that ended. */
final class BatchWork {

  /** A batch that breaks its worker this often waits for a person. */
  static final int ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ExternalTaskService tasks;
  private final BatchRelaxation relaxation;

  BatchWork(ExternalTaskService tasks, BatchRelaxation relaxation) {
    this.tasks = tasks;
    this.relaxation = relaxation;
  }

  /**
   * Relaxes a batch.
   *
   * @param interrupted whether to stop before the next structure and hand the task back
   */
  void relax(LockedExternalTask task, String worker, BooleanSupplier interrupted) {
    try {
      boolean done = relaxation.relax(batch(task), interrupted);
      Collisions.retry(
          done ? () -> tasks.complete(task.getId(), worker) : () -> tasks.unlock(task.getId()));
    } catch (CalculatorRefusedException refusal) {
      Collisions.retry(
          () ->
              tasks.handleBpmnError(
                  task.getId(), worker, GenerationModel.CALCULATOR_REFUSED, refusal.getMessage()));
    } catch (NotFoundException gone) {
      LOG.info("Batch {} is no longer wanted: {}", task.getId(), gone.getMessage());
    } catch (RuntimeException | Error failure) {
      LOG.warn("Batch {} failed: {}", task.getId(), failure.toString());
      Collisions.retry(() -> handOver(task, worker, failure));
    }
  }

  private static BatchTask batch(LockedExternalTask task) {
    return new BatchTask(
        task.getBusinessKey(),
        GenerationModel.GENERATION.in(task.getVariables()),
        GenerationModel.BATCH.in(task.getVariables()),
        Host.name(),
        task.getWorkerId(),
        ATTEMPTS + 1 - attemptsLeft(task));
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
