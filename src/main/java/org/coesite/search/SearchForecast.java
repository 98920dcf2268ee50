package org.coesite.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Workplace;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Evolution;
import org.coesite.evolution.Population;
import org.coesite.execution.Placement;
import org.coesite.symmetry.SymmetryFinder;

/** Tells what a search will cost before it begins, from the first structures that it would make. */
public final class SearchForecast {

  /** So many structures are relaxed if there is time for them. */
  private static final int SAMPLE = 4;

  private static final double NANOSECOND = 1e-9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Calculator> calculators;
  private final SymmetryFinder symmetry;
  private final Workplaces workplaces;

  /** With calculators of different names and the places where they work. */
  public SearchForecast(
      List<Calculator> calculators, SymmetryFinder symmetry, Workplaces workplaces) {
    this.calculators = List.copyOf(calculators);
    this.symmetry = symmetry;
    this.workplaces = workplaces;
  }

  /**
   * What screening will cost; refining has its own forecast.
   *
   * @param sample how many structures were relaxed to know it
   * @param secondsPerRelaxation processor time of one of them, s
   * @param cpuSeconds processor time of all relaxations that the search may make, s
   */
  public record Cost(int sample, double secondsPerRelaxation, double cpuSeconds) {}

  /**
   * Relaxes a few structures.
   *
   * @param settings completed by their calculator
   * @param patience after which it ends with what it has
   * @return empty if the calculator runs an outside program, or none has relaxed in time
   */
  public Optional<Cost> of(SearchSettings settings, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    BooleanSupplier late = () -> System.nanoTime() > end;
    return calculators.stream()
        .filter(calculator -> calculator.name().equals(settings.screen()))
        .filter(SearchForecast::worksHere)
        .findFirst()
        .flatMap(calculator -> measured(settings, calculator, late));
  }

  private static boolean worksHere(Calculator calculator) {
    return calculator.rawFiles().isEmpty() && !(calculator instanceof BatchingCalculator);
  }

  private Optional<Cost> measured(
      SearchSettings settings, Calculator calculator, BooleanSupplier late) {
    Evolution evolution = new Evolution(settings.evolution(), settings.seed(), symmetry);
    Population none = Population.of(settings.evolution(), List.of());
    Workplace place =
        workplaces.of(settings.name(), "forecast", calculator.name(), Placement.HERE, late);
    int sample = 0;
    double seconds = 0;
    for (Candidate candidate : evolution.generate(0, List.of(), none)) {
      if (sample == SAMPLE || late.getAsBoolean()) {
        break;
      }
      long began = THREADS.getCurrentThreadCpuTime();
      Relaxation outcome = calculator.relax(candidate.structure(), settings.relaxation(), place);
      if (outcome instanceof Converged || outcome instanceof NotConverged && !late.getAsBoolean()) {
        seconds += NANOSECOND * (THREADS.getCurrentThreadCpuTime() - began);
        sample++;
      }
    }
    if (sample == 0) {
      return Optional.empty();
    }
    double each = seconds / sample;
    return Optional.of(new Cost(sample, each, each * settings.stopping().relaxations()));
  }
}
