package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Rattle;

/**
 * How to make the next attempt at a relaxation, which follows from the failed ones and from what
 * was decided about them.
 *
 * @param number of the attempt, from 1
 * @param start structure to begin with
 * @param calculator name of the calculator
 * @param looserFirst whether to relax with loose tolerances before
 * @param run of which of its runs it has the files, from 1: attempts that begin alike share them
 */
public record AttemptPlan(
    int number, Structure start, String calculator, boolean looserFirst, int run) {

  /** Displacement of each atom along each axis at most, Å. */
  private static final double RATTLE = 0.1;

  static AttemptPlan of(RelaxationJob job, List<Attempt> failed) {
    AttemptPlan plan = new AttemptPlan(1, job.start(), job.calculator(), false, 1);
    int rattles = 0;
    for (Attempt attempt : failed) {
      Optional<Decision> decision = attempt.decision();
      FailureAction action = decision.map(Decision::action).orElse(FailureAction.RETRY_SAME);
      String calculator = decision.map(Decision::calculator).orElse(attempt.record().calculator());
      Structure start =
          switch (action) {
            case RETRY_FROM_LAST -> last(attempt.record());
            case PERTURB_AND_RETRY ->
                Rattle.of(job.start(), RATTLE, job.seed(), job.structure(), ++rattles);
            case RETRY_SAME, ASK_PERSON -> attempt.record().start();
            case LOOSER_THEN_TIGHT, OTHER_CALCULATOR, REPLACE, DISCARD -> job.start();
          };
      boolean looser =
          action == FailureAction.LOOSER_THEN_TIGHT
              || plan.looserFirst
                  && (action == FailureAction.RETRY_SAME || action == FailureAction.ASK_PERSON);
      plan =
          new AttemptPlan(
              attempt.record().attempt() + 1,
              start,
              calculator,
              looser,
              goesOn(attempt.record(), action) ? plan.run : plan.run + 1);
    }
    return plan;
  }

  /** Whether the next attempt begins as this one did, and so goes on from its files. */
  private static boolean goesOn(RelaxationRecord attempt, FailureAction action) {
    return switch (action) {
      case RETRY_SAME, ASK_PERSON -> true;
      case RETRY_FROM_LAST -> !(attempt.outcome() instanceof NotConverged);
      case LOOSER_THEN_TIGHT, OTHER_CALCULATOR, PERTURB_AND_RETRY, REPLACE, DISCARD -> false;
    };
  }

  /** What tells the files of its run from those of others, empty for the first. */
  String suffix() {
    return run == 1 ? "" : "-" + run;
  }

  /** Where it got to; a program that died goes on from its own files at the same start. */
  private static Structure last(RelaxationRecord attempt) {
    return attempt.outcome() instanceof NotConverged stuck ? stuck.structure() : attempt.start();
  }
}
