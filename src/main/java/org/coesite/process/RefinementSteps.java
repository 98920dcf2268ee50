package org.coesite.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.Decision;
import org.coesite.search.FailureHandling;
import org.coesite.search.Purpose;
import org.coesite.search.Refinement;
import org.coesite.search.Refinement.Check;
import org.coesite.search.RefinementChoice;
import org.coesite.search.RefinementChoiceException;
import org.coesite.search.RefinementForecast;
import org.coesite.search.RefinementPlan;
import org.coesite.search.RefinementSettings;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchState;
import org.coesite.search.SearchStore;
import org.coesite.search.Worker;
import org.jspecify.annotations.Nullable;

/** The steps of the hand-off from the fast calculator to the accurate one. */
record RefinementSteps(
    SearchStore store,
    Refinement refinement,
    RefinementForecast forecast,
    FailureHandling failures) {

  /** The names that the models call them by. */
  Map<String, JavaDelegate> delegates() {
    return Map.of(
        "planRefinement", this::plan,
        "awaitApproval", this::awaitApproval,
        "keepChoice", this::keepChoice,
        "prepareCandidate", this::prepare,
        "checkRefinement", this::check,
        "recordRefinementFailure", this::recordFailure,
        "carryOutDecision", this::carryOut,
        "compareCandidate", this::compare);
  }

  private void plan(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    RefinementSettings settings = refinement.settings(search).orElseThrow();
    List<String> subjects = refinement.choose(search);
    RefinementPlan forecasted = forecast.plan(search, subjects);
    store.refinements().describe(search, forecasted.structures());
    String plan = forecasted.words();
    store.events().add(search, plan);
    StructureSearchModel.SUBJECTS.set(execution, subjects.size());
    StructureSearchModel.ASKS_APPROVAL.set(execution, settings.approve());
    StructureSearchModel.PLAN_TEXT.set(execution, Variable.cut(plan));
    String ids = String.join(", ", subjects);
    StructureSearchModel.STRUCTURES.set(
        execution, Variable.holds(ids) ? ids : RefinementChoice.ALL);
  }

  private void awaitApproval(DelegateExecution execution) {
    store
        .searches()
        .setState(
            execution.getProcessBusinessKey(),
            SearchState.INCIDENT,
            "the refinement waits for approval: resume approves, resume with --refine ID,ID… approves a"
                + " part, resume with --no-refinement declines. "
                + StructureSearchModel.PLAN_TEXT.in(execution));
  }

  /** Whoever approves may have left structures out; a task that was cancelled approves nothing. */
  private void keepChoice(DelegateExecution execution) {
    if (execution.isCanceled()
        || !Boolean.TRUE.equals(StructureSearchModel.APPROVED.optionalIn(execution))) {
      return;
    }
    String search = search(execution);
    RefinementChoice choice = choice(execution, store.refinements().planned(search));
    store.refinements().decline(search, choice.declined(), "left out by who approved the rest");
    StructureSearchModel.SUBJECTS.set(execution, choice.approved().size());
    // Whoever approved it in Camunda's pages has not set it.
    store.searches().setState(search, SearchState.RUNNING, null);
    store.events().add(search, choice.words());
  }

  private static RefinementChoice choice(DelegateExecution execution, List<String> planned) {
    @Nullable String wanted = StructureSearchModel.STRUCTURES.optionalIn(execution);
    try {
      // A search that waited already under an earlier version has no such variable.
      return RefinementChoice.of(planned, wanted == null ? RefinementChoice.ALL : wanted);
    } catch (RefinementChoiceException refusal) {
      throw new BadUserRequestException(refusal.getMessage(), refusal);
    }
  }

  private void prepare(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    RefinementSettings settings = refinement.settings(search).orElseThrow();
    String subject =
        store.refinements().planned(search).get(RefineCandidateModel.NUMBER.in(execution));
    RefineCandidateModel.SUBJECT.set(execution, subject);
    RefineCandidateModel.PURPOSE.set(execution, Purpose.REFINE.name());
    RefineCandidateModel.GUARD.set(execution, settings.guard().toString());
    StructureSearchModel.CALCULATOR.set(execution, settings.calculator());
  }

  private void check(DelegateExecution execution) {
    Purpose purpose = purpose(execution);
    Check check = refinement.check(search(execution), subject(execution), purpose);
    RefineCandidateModel.CONVERGED.set(execution, check.converged());
    if (check.converged() && purpose == Purpose.REFINE) {
      RefineCandidateModel.PURPOSE.set(execution, Purpose.FINAL_ENERGY.name());
      // Another calculator may have relaxed it after a failure; the energy begins with the first.
      StructureSearchModel.CALCULATOR.set(
          execution, refinement.settings(search(execution)).orElseThrow().calculator());
    }
    if (!check.converged()) {
      describe(execution, check.undecided().orElseThrow());
    }
  }

  /** Sets what the decision table asks for. */
  private void describe(DelegateExecution execution, RelaxationRecord attempt) {
    FailurePolicyModel.CALCULATOR.set(execution, attempt.calculator());
    FailurePolicyModel.REASON.set(execution, attempt.failure().orElseThrow().name());
    FailurePolicyModel.ATTEMPT.set(execution, failures.occurrence(attempt));
  }

  /** A task that its guard ended, or its worker gave up, has left no attempt of its own. */
  private void recordFailure(DelegateExecution execution) {
    String search = search(execution);
    Purpose purpose = purpose(execution);
    Optional<String> refusal =
        Optional.ofNullable(RefineCandidateModel.REFUSAL.optionalIn(execution));
    Optional<RelaxationRecord> undecided = failures.undecided(search, subject(execution), purpose);
    RelaxationRecord attempt =
        undecided.isPresent()
            ? undecided.get()
            : refinement.abandon(
                search,
                subject(execution),
                purpose,
                StructureSearchModel.CALCULATOR.in(execution),
                new Worker(
                    Host.name(),
                    execution.getCurrentActivityId(),
                    execution.getProcessInstanceId() + '/' + execution.getActivityInstanceId()),
                refusal);
    RefineCandidateModel.REFUSAL.set(execution, null);
    describe(execution, attempt);
  }

  private void carryOut(DelegateExecution execution) {
    @SuppressWarnings("unchecked")
    Map<String, Object> row =
        (Map<String, Object>) execution.getVariable(FailurePolicyModel.DECISION);
    DecisionTablePolicy.keep(store, execution);
    Decision decision = DecisionTablePolicy.decision(row);
    Purpose purpose = purpose(execution);
    failures
        .undecided(search(execution), subject(execution), purpose)
        .ifPresent(attempt -> failures.apply(attempt, decision));
    FailureSteps.goOn(execution, refinement.next(search(execution), subject(execution), purpose));
  }

  private void compare(DelegateExecution execution) {
    refinement.compare(search(execution), subject(execution));
  }

  private static String search(DelegateExecution execution) {
    return execution.getProcessBusinessKey();
  }

  private static String subject(DelegateExecution execution) {
    return RefineCandidateModel.SUBJECT.in(execution);
  }

  private static Purpose purpose(DelegateExecution execution) {
    return Purpose.valueOf(RefineCandidateModel.PURPOSE.in(execution));
  }
}
