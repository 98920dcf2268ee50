package org.coesite.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.BatchTask;
import org.coesite.search.CalculatorRefusedException;
import org.coesite.search.Purpose;
import org.coesite.search.Refinement;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.RelaxationJob;
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
  private final BatchRelaxation batches;
  private final Refinement refinement;
  private final RelaxationAttempt attempt;

  RelaxationWork(
      ExternalTaskService tasks,
      BatchRelaxation batches,
      Refinement refinement,
      RelaxationAttempt attempt) {
    this.tasks = tasks;
    this.batches = batches;
    this.refinement = refinement;
    this.attempt = attempt;
  }

  /**
   * Relaxes what is left to do of a task.
   *
   * @param interrupted whether to stop soon and hand the task back
   */
  void relax(LockedExternalTask task, String worker, BooleanSupplier interrupted) {
    try {
      boolean done = work(task, new Worker(Host.name(), worker), interrupted);
      Collisions.retry(
          done ? () -> tasks.complete(task.getId(), worker) : () -> tasks.unlock(task.getId()));
    } catch (CalculatorRefusedException refusal) {
      Collisions.retry(
          () ->
              tasks.handleBpmnError(
                  task.getId(), worker, GenerationModel.CALCULATOR_REFUSED, refusal.getMessage()));
    } catch (NotFoundException gone) {
      LOG.info("Task {} is no longer wanted: {}", task.getId(), gone.getMessage());
    } catch (RuntimeException | Error failure) {
      LOG.warn("Task {} failed: {}", task.getId(), failure.toString());
      Collisions.retry(() -> handOver(task, worker, failure));
    }
  }

  private boolean work(LockedExternalTask task, Worker worker, BooleanSupplier interrupted) {
    Map<String, Object> variables = task.getVariables();
    String calculator = StructureSearchModel.CALCULATOR.in(variables);
    if (task.getProcessDefinitionKey().equals(RefineCandidateModel.KEY)) {
      RelaxationJob job =
          refinement.job(
              task.getBusinessKey(),
              RefineCandidateModel.SUBJECT.in(variables),
              Purpose.valueOf(RefineCandidateModel.PURPOSE.in(variables)));
      return attempt.make(job, calculator, worker, interrupted);
    }
    BatchTask batch =
        new BatchTask(
            task.getBusinessKey(),
            GenerationModel.GENERATION.in(variables),
            GenerationModel.BATCH.in(variables));
    return batches.relax(batch, calculator, worker, interrupted);
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
