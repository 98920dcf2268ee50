package org.coesite.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.coesite.calculator.Calculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.remote.RemoteWorker;
import org.coesite.remote.RestEngine;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.WorkClock;
import org.coesite.search.Workplaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Relaxes for an engine that runs elsewhere, until it is told to end. */
@Command(
    name = "worker",
    description = "Relax structures for an engine that runs elsewhere, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {

  private static final int SHORTEST_LOCK = 5;
  private static final int LONGEST_LOCK = 86_400;

  @Mixin private Output output = new Output();
  @Mixin private LogOption log = new LogOption();
  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private WorkersOption workers = new WorkersOption();

  @Option(
      names = "--calculator",
      paramLabel = "C",
      description = "What this machine computes with; may be given several times (embedded).")
  private List<String> names = List.of("embedded");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for the files of outside programs (${DEFAULT-VALUE}).")
  private Path directory = Path.of("coesite-data");

  @Option(
      names = "--lock",
      paramLabel = "SECONDS",
      description =
          "When this worker is not heard of for so long, others take its tasks (${DEFAULT-VALUE}).")
  private int lock = 60;

  @Override
  public Integer call() throws InterruptedException {
    if (lock < SHORTEST_LOCK || lock > LONGEST_LOCK) {
      throw new BadInput(
          "--lock: %d is outside %d to %d s".formatted(lock, SHORTEST_LOCK, LONGEST_LOCK));
    }
    Calculators known = new Calculators(PotentialLibrary.standard());
    List<Calculator> calculators = names.stream().distinct().map(known::named).toList();
    int threads = workers.workers();
    RestEngine rest = engine.engine();
    String version = rest.version();
    RemoteWorker worker =
        new RemoteWorker(
            rest,
            calculators.stream().map(Calculator::name).toList(),
            new RelaxationAttempt(
                calculators, new Workplaces(directory, Executions.all()), new WorkClock()),
            threads,
            Duration.ofSeconds(lock),
            text -> log.note(output, text));
    try (Interruption interruption =
        new Interruption(
            "The engine gives its task to another worker.", text -> log.note(output, text))) {
      worker.start();
      log.note(
          output,
          "relaxing with %s for engine %s, version %s"
              .formatted(String.join(", ", names), rest.address(), version));
      interruption.await();
      worker.stop();
      log.note(output, "ended; what was not finished is handed back");
    }
    return ExitCode.DONE;
  }
}
