package org.coesite.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Execution;
import org.coesite.execution.LastLines;
import org.coesite.execution.Placement;
import org.jspecify.annotations.Nullable;

/** Gives each relaxation of a data directory its place. */
public final class Workplaces {

  private final Path dataDirectory;
  private final Map<String, Execution> executions;

  /** Below a data directory, with executions of different names. */
  public Workplaces(Path dataDirectory, List<Execution> executions) {
    this.dataDirectory = dataDirectory;
    this.executions =
        executions.stream().collect(Collectors.toMap(Execution::name, Function.identity()));
  }

  /** Folder below which a search keeps the files of its runs. */
  public Path folder(String search) {
    return dataDirectory.resolve(search).resolve("work");
  }

  private Path folder(String search, String relaxation, String calculator) {
    return folder(search).resolve(relaxation + "-" + calculator);
  }

  /** Name of the run of an attempt within its search. */
  static String relaxation(RelaxationJob job, AttemptPlan plan) {
    return job.structure() + "-" + job.purpose().key() + plan.suffix();
  }

  /** What the outside program of an attempt has printed last here, if it has begun. */
  LastLines printed(RelaxationJob job, AttemptPlan plan, Instant begin) {
    return LastLines.below(folder(job.search(), relaxation(job, plan), plan.calculator()), begin);
  }

  /**
   * Where a run takes place; the same at each attempt to bring it to its end.
   *
   * @param relaxation name of the run within the search
   * @throws IllegalArgumentException if there is no such execution
   */
  public Workplace of(
      String search,
      String relaxation,
      String calculator,
      Placement placement,
      BooleanSupplier interrupted) {
    @Nullable Execution execution = executions.get(placement.execution());
    if (execution == null) {
      throw new IllegalArgumentException(
          "unknown execution '%s'; known are %s"
              .formatted(placement.execution(), executions.keySet().stream().sorted().toList()));
    }
    String run = relaxation + "-" + calculator;
    return new Workplace(
        folder(search, relaxation, calculator),
        search + "-" + run,
        execution,
        placement,
        interrupted);
  }
}
