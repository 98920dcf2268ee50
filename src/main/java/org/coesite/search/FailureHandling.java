package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.evolution.OperatorName;

/** Has failed attempts decided on and carries the decisions out. */
public final class FailureHandling {

  /** More failures than this of one structure end in its giving up, whatever the policy says. */
  static final int MOST_ATTEMPTS = 20;

  private final SearchStore store;
  private final GenerationSteps steps;

  /** Over a store; the steps make the structures that take the place of hopeless ones. */
  public FailureHandling(SearchStore store, GenerationSteps steps) {
    this.store = store;
    this.steps = steps;
  }

  /** Decides on the failed attempts of a task, which may put other structures into its slots. */
  public void decide(List<RelaxationJob> tried, FailurePolicy policy) {
    for (RelaxationJob job : tried) {
      undecided(job.search(), job.structure(), job.purpose())
          .ifPresent(attempt -> apply(attempt, decision(attempt, policy)));
    }
  }

  /** The failed attempt at a relaxation that waits for a decision. */
  public Optional<RelaxationRecord> undecided(String search, String structure, Purpose purpose) {
    return store.attempts().of(search, structure, purpose).stream()
        .filter(attempt -> attempt.decision().isEmpty())
        .map(Attempt::record)
        .findFirst();
  }

  /** How often the structure has failed for the reason of an attempt, this one included. */
  public int occurrence(RelaxationRecord attempt) {
    return (int)
        store.attempts().of(attempt.search(), attempt.structure(), attempt.purpose()).stream()
            .map(Attempt::record)
            .filter(
                other ->
                    other.attempt() <= attempt.attempt()
                        && other.calculator().equals(attempt.calculator())
                        && other.failure().equals(attempt.failure()))
            .count();
  }

  private Decision decision(RelaxationRecord attempt, FailurePolicy policy) {
    FailureReason reason = attempt.failure().orElseThrow();
    return policy.decide(attempt.calculator(), reason, occurrence(attempt));
  }

  /** Carries out what was decided about a failed attempt. */
  public void apply(RelaxationRecord attempt, Decision decided) {
    Decision decision = possible(attempt, decided);
    store.attempts().decide(attempt, decision);
    if (decision.action() == FailureAction.DISCARD) {
      store.relaxations().record(attempt);
    } else if (decision.action() == FailureAction.REPLACE) {
      steps.replace(attempt.search(), attempt.structure());
    }
    LogFields.of(attempt).run(() -> store.events().add(attempt.search(), words(attempt, decision)));
  }

  private static String words(RelaxationRecord attempt, Decision decision) {
    return "%s, %s, attempt %d with %s: %s (%s); %s"
        .formatted(
            attempt.structure(),
            attempt.purpose().key(),
            attempt.attempt(),
            attempt.calculator(),
            attempt.failure().orElseThrow(),
            attempt.complaint(),
            decision.words());
  }

  private Decision possible(RelaxationRecord attempt, Decision decision) {
    boolean endless =
        attempt.attempt() >= MOST_ATTEMPTS && decision.action() != FailureAction.ASK_PERSON;
    boolean nothingToReplaceBy =
        decision.action() == FailureAction.REPLACE
            && (attempt.purpose() != Purpose.SCREEN || isInjected(attempt));
    // The energy of a displaced structure would stand in the table as that of the relaxed one.
    boolean otherStructure =
        decision.action() == FailureAction.PERTURB_AND_RETRY
            && attempt.purpose() == Purpose.FINAL_ENERGY;
    // Energies of two calculators cannot be ranked together.
    boolean otherRanking =
        decision.action() == FailureAction.OTHER_CALCULATOR
            && attempt.purpose() == Purpose.RESCREEN;
    return endless || nothingToReplaceBy || otherStructure || otherRanking
        ? Decision.of(FailureAction.DISCARD)
        : decision;
  }

  /** Who gave it wants to know what became of it, not of another one. */
  private boolean isInjected(RelaxationRecord attempt) {
    return store
        .structures()
        .candidate(attempt.search(), attempt.structure())
        .filter(candidate -> candidate.origin().operator() == OperatorName.INJECTED)
        .isPresent();
  }

  /** How relaxations go on, those with a result aside; those that need nobody go first. */
  public NextStep next(List<RelaxationJob> jobs) {
    List<RelaxationJob> open =
        jobs.stream()
            .filter(job -> !store.relaxations().has(job.search(), job.structure(), job.purpose()))
            .toList();
    if (open.isEmpty()) {
      return new NextStep.Done();
    }
    List<NextStep.Person> waiting = new ArrayList<>();
    for (RelaxationJob job : open) {
      List<Attempt> failed = store.attempts().of(job.search(), job.structure(), job.purpose());
      String calculator = AttemptPlan.of(job, failed).calculator();
      Optional<Attempt> asks =
          failed.isEmpty()
              ? Optional.empty()
              : Optional.of(failed.get(failed.size() - 1)).filter(FailureHandling::asks);
      if (asks.isEmpty()) {
        return new NextStep.Again(calculator);
      }
      RelaxationRecord attempt = asks.get().record();
      waiting.add(
          new NextStep.Person(
              calculator,
              attempt.structure(),
              "%s: %s with %s: %s"
                  .formatted(
                      attempt.structure(),
                      attempt.failure().orElseThrow(),
                      attempt.calculator(),
                      attempt.complaint())));
    }
    return waiting.get(0);
  }

  private static boolean asks(Attempt attempt) {
    return attempt.decision().map(Decision::action).equals(Optional.of(FailureAction.ASK_PERSON));
  }

  /** Lets the attempts of a task that wait for a person be made again. */
  public void mended(List<RelaxationJob> jobs) {
    jobs.forEach(job -> mended(job.search(), job.structure(), job.purpose()));
  }

  /** Lets attempts at a relaxation that wait for a person be made again. */
  public void mended(String search, String structure, Purpose purpose) {
    store.attempts().of(search, structure, purpose).stream()
        .filter(FailureHandling::asks)
        .forEach(
            attempt ->
                store.attempts().decide(attempt.record(), Decision.of(FailureAction.RETRY_SAME)));
  }
}
