package org.coesite.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.coesite.benchmark.Benchmark;
import org.coesite.benchmark.BenchmarkPlot;
import org.coesite.benchmark.Problem;
import org.coesite.benchmark.ProblemReader;
import org.coesite.benchmark.Score;
import org.coesite.benchmark.Trial;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.crystal.format.BoundedFile;
import org.coesite.evolution.NoRandomStructureException;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchSettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches known problems many times and compares with what other programs need. */
@Command(
    name = "benchmark",
    description = "Search a problem whose answer is known many times, and count the relaxations.",
    mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {

  private static final String SHIPPED = "/benchmarks/";
  private static final int LARGEST = 1_000_000;

  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "PROBLEM",
      description = "Such as titania-48, see examples/benchmarks, or a file of that kind.")
  private String problem = "";

  @Option(
      names = "--searches",
      paramLabel = "N",
      description = "How many searches (${DEFAULT-VALUE}).")
  private int searches = 20;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the first search; each has one more (${DEFAULT-VALUE}).")
  private long seed = 5000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Searches at the same time (number of cores).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--whole",
      description = "Go on after the answer until the budget is spent, and count known phases.")
  private boolean whole;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Another value of a key of search.yaml, such as start.symmetricShare=0.")
  private Map<String, String> changed = new LinkedHashMap<>();

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "Draw the share of searches that are through against the relaxations.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws InterruptedException {
    if (searches < 1 || workers < 1) {
      throw new BadInput(
          "--searches %d, --workers %d: 1 or more needed".formatted(searches, workers));
    }
    PotentialLibrary potentials = PotentialLibrary.standard();
    EmbeddedCalculator calculator = new EmbeddedCalculator(potentials);
    Problem known = problem(new SearchSettingsReader(potentials, Set.of(calculator.name())));
    List<Trial> trials = trials(known, new Benchmark(calculator, workers, whole));
    Score score = Score.of(known, trials);
    if (plot != null) {
      draw(plot, known, trials);
    }
    BenchmarkView view = new BenchmarkView(known, seed, changed, score, trials);
    output.result(view, view.words());
    return ExitCode.DONE;
  }

  private List<Trial> trials(Problem known, Benchmark benchmark) throws InterruptedException {
    try {
      return benchmark.run(known, seed, searches, this::tell);
    } catch (NoRandomStructureException tooTight) {
      throw new BadInput("%s: %s".formatted(problem, tooTight.getMessage()));
    }
  }

  private Problem problem(SearchSettingsReader reader) {
    Path file = Path.of(problem);
    String name = String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
    try {
      return new ProblemReader(reader).read(name, text(file), changed);
    } catch (IllegalArgumentException unfit) {
      throw new BadInput("%s: %s".formatted(problem, unfit.getMessage()));
    }
  }

  private String text(Path file) {
    try (InputStream shipped =
        BenchmarkCommand.class.getResourceAsStream(SHIPPED + problem + ".yaml")) {
      return shipped == null
          ? new String(BoundedFile.bytes(file, LARGEST), StandardCharsets.UTF_8)
          : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new BadInput(
          "%s is neither a problem of examples/benchmarks nor a readable file".formatted(problem));
    }
  }

  private void tell(Trial trial) {
    output.note(
        String.format(
            Locale.ROOT,
            "coesite: seed %d: %s, %.0f s",
            trial.seed(),
            trial.isSuccess()
                ? "found at relaxation " + trial.found() + " by " + trial.winner().operator()
                : "not found in " + trial.relaxations() + " relaxations",
            trial.seconds()));
  }

  private static void draw(Path file, Problem problem, List<Trial> trials) {
    try {
      BenchmarkPlot.write(file, problem, trials);
    } catch (IOException failure) {
      throw new BadInput("--plot: %s cannot be written: %s".formatted(file, failure.getMessage()));
    }
  }
}
