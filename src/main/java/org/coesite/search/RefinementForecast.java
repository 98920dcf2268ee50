package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Placement;
import org.coesite.search.PlannedSubject.Cost;

/** Tells what a refinement will cost before it begins, from a dry run of each structure. */
public final class RefinementForecast {

  private final Refinement refinement;
  private final List<Calculator> calculators;
  private final Workplaces workplaces;

  /** With calculators of different names. */
  public RefinementForecast(
      Refinement refinement, List<Calculator> calculators, Workplaces workplaces) {
    this.refinement = refinement;
    this.calculators = List.copyOf(calculators);
    this.workplaces = workplaces;
  }

  /** The structures that are to be refined, given by their ids, with their cost. */
  public RefinementPlan plan(String search, List<String> subjects) {
    RefinementSettings settings = refinement.settings(search).orElseThrow();
    Optional<Forecasting> forecasting =
        calculators.stream()
            .filter(calculator -> calculator.name().equals(settings.calculator()))
            .filter(Forecasting.class::isInstance)
            .map(Forecasting.class::cast)
            .findFirst();
    List<PlannedSubject> known = refinement.known(search, subjects);
    return RefinementPlan.of(
        settings,
        forecasting.isEmpty()
            ? known
            : known.stream()
                .map(subject -> forecast(search, subject, settings, forecasting.get()))
                .toList());
  }

  private PlannedSubject forecast(
      String search, PlannedSubject subject, RefinementSettings settings, Forecasting calculator) {
    Forecasting.Outcome outcome =
        calculator.forecast(
            refinement.start(search, subject.id()),
            settings.relaxation(),
            workplace(search, subject.id(), settings.calculator()));
    if (outcome instanceof Forecasting.Outcome.Feasible feasible) {
      return subject.withCost(
          Cost.of(feasible.forecast(), refinement.placement(search).processes()));
    }
    if (outcome instanceof Forecasting.Outcome.Infeasible not) {
      return subject.withObstacle("%s: %s".formatted(not.reason(), not.message()));
    }
    return subject;
  }

  /**
   * On as much as the refinement will have, and yet on this machine wherever that will be: nobody
   * is to wait in a queue, once for each structure, for a run of a second.
   */
  private Workplace workplace(String search, String subject, String calculator) {
    Workplace here =
        workplaces.of(search, subject + "-forecast", calculator, Placement.HERE, () -> false);
    return new Workplace(
        here.folder(),
        here.label(),
        here.execution(),
        refinement.placement(search),
        here.interrupted());
  }
}
