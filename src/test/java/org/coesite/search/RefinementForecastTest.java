package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coesite.calculator.Forecast;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefinementForecastTest {

  private static final String SETTINGS =
      """
      composition: Si3O6
      potential: sio2-slc
      refine: planned
      refinement: {protocol: fast}
      run:
        planned: {execution: slurm, processes: 4, pools: 2, slurm: {partition: long}}
      """;

  @Test
  void dry_runs_stay_here_and_are_told_on_how_much_the_refinement_will_run(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    SearchSettings settings =
        new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded", "planned"))
            .read(file);
    Planned calculator = new Planned(new ArrayList<>());
    try (SearchDatabase store = SearchDatabase.open("jdbc:h2:mem:forecast")) {
      store
          .searches()
          .create("queued", settings, List.of(new Reference("quartz", RefinedSearch.QUARTZ)));
      Workplaces workplaces = new Workplaces(folder, List.of(new LocalExecution()));
      Refinement refinement =
          new Refinement(
              store,
              new Crystallography(SymmetryFinder.create()),
              new FailureHandling(
                  store, new GenerationSteps(store, SymmetryFinder.create(), new WorkClock())),
              workplaces,
              new WorkClock());
      String plan =
          new RefinementForecast(refinement, List.of(calculator), workplaces)
              .plan("queued", List.of("ref-quartz"))
              .words();
      assertThat(plan).contains("ref-quartz, Si3O6: 6 symmetry operations, 8 k-points");
    }
    assertThat(calculator.asked())
        .singleElement()
        .satisfies(
            workplace -> {
              assertThat(workplace.execution().name()).isEqualTo("local");
              assertThat(workplace.placement())
                  .isEqualTo(
                      new Placement("slurm", 4, 2, new TreeMap<>(Map.of("partition", "long"))));
            });
  }

  /** Forecasts the same for everything, and remembers where it was asked to. */
  private record Planned(List<Workplace> asked) implements Forecasting {

    @Override
    public String name() {
      return "planned";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public RelaxationSettings prepared(
        Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
      return settings;
    }

    @Override
    public RelaxationSettings inSingleRounds(RelaxationSettings settings) {
      return settings;
    }

    @Override
    public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
      return ToyCalculator.converged(start);
    }

    @Override
    public Outcome forecast(Structure start, RelaxationSettings settings, Workplace workplace) {
      asked.add(workplace);
      return new Outcome.Feasible(new Forecast(6, 8, 1, 1, Duration.ofMinutes(1)));
    }
  }
}
