package org.coesite.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Forecast;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/** Tells what a refinement will cost before it begins, from a dry run of each structure. */
public final class RefinementForecast {

  private static final double MEGABYTE = 1 << 20;
  private static final double MINUTE = 60;

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

  /** The structures that are to be refined with their cost, the sum first, then a line each. */
  public String plan(String search, List<String> subjects) {
    RefinementSettings settings = refinement.settings(search).orElseThrow();
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    Duration sum = Duration.ZERO;
    Optional<Forecasting> forecasting =
        calculators.stream()
            .filter(calculator -> calculator.name().equals(settings.calculator()))
            .filter(Forecasting.class::isInstance)
            .map(Forecasting.class::cast)
            .findFirst();
    for (String subject : subjects) {
      Structure start = refinement.start(search, subject);
      String row = "%s, %s".formatted(subject, start.composition());
      if (forecasting.isEmpty()) {
        lines.add(row);
        continue;
      }
      Workplace workplace = workplace(search, subject, settings.calculator());
      Forecasting.Outcome outcome =
          forecasting.get().forecast(start, settings.relaxation(), workplace);
      if (outcome instanceof Forecasting.Outcome.Feasible feasible) {
        sum = sum.plus(feasible.forecast().cpu());
        lines.add(row + ": " + words(feasible.forecast()));
      } else if (outcome instanceof Forecasting.Outcome.Infeasible not) {
        lines.add("%s: cannot be done, %s: %s".formatted(row, not.reason(), not.message()));
      }
    }
    String title =
        "%d structures are to be refined with %s, protocol %s%s:"
            .formatted(
                subjects.size(),
                settings.calculator(),
                String.join(" ", settings.relaxation().stages()),
                sum.isZero()
                    ? ""
                    : ", in all about %s of CPU time if one round of each is enough"
                        .formatted(words(sum)));
    // The sum comes first: a long list is cut where the engine keeps it.
    return title + System.lineSeparator() + lines;
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

  private static String words(Forecast forecast) {
    return String.format(
        Locale.ROOT,
        "%d symmetry operations, %d k-points, %.0f MB memory, %.0f MB disk, about %s CPU",
        forecast.symmetryOperations(),
        forecast.kPoints(),
        forecast.memory() / MEGABYTE,
        forecast.disk() / MEGABYTE,
        words(forecast.cpu()));
  }

  private static String words(Duration time) {
    double minutes = time.toSeconds() / MINUTE;
    return minutes < MINUTE
        ? String.format(Locale.ROOT, "%.1f min", minutes)
        : String.format(Locale.ROOT, "%.1f h", minutes / MINUTE);
  }
}
