package org.coesite.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coesite.execution.LocalExecution;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.process.EngineAccounts;
import org.coesite.search.SearchForecast;
import org.coesite.search.SearchSettingsReader;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;
import org.coesite.web.RandomText;
import org.coesite.web.Searches;
import org.coesite.web.WebServer;
import org.coesite.web.WorkerSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the searches of a data directory to browsers, programs and workers until Ctrl-C. */
@Command(
    name = "serve",
    description = "Work on all searches of a data directory and serve them, see docs/serve.md.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final String ADMINISTRATOR = "admin";
  private static final int HIGHEST_PORT = 65535;

  @Mixin private Output output = new Output();
  @Mixin private LogOption log = new LogOption();
  @Mixin private DataOption data = new DataOption();
  @Mixin private WorkersOption workers = new WorkersOption();
  @Mixin private CalculatorsOption here = new CalculatorsOption();

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Port to listen on, 0 for any free one (${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "A",
      description = "Address to listen on (${DEFAULT-VALUE}: this machine only).")
  private String address = "127.0.0.1";

  @Option(
      names = "--new-password",
      description = "Give the administrator a new password before serving.")
  private boolean newPassword;

  @Override
  public Integer call() throws InterruptedException {
    boolean local = isLocal();
    try (Interruption interruption =
        new Interruption(
            "Searches go on when serve is started again.", text -> log.note(output, text))) {
      serve(local, interruption);
      log.note(output, "stopped; searches go on when serve is started again");
    }
    return ExitCode.DONE;
  }

  private void serve(boolean local, Interruption interruption) throws InterruptedException {
    Path directory = data.directory();
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculators calculators = here.of(new Calculators(potentials));
    ServedModels models = new ServedModels(directory.resolve("models"), calculators.elsewhere());
    try (SearchSession session = SearchSession.serve(data, calculators.all(), workers.workers())) {
      session.alone(() -> letIn(session.accounts()));
      Searches searches =
          new Searches(
              session.service(),
              new SearchSettingsReader(potentials, calculators.names()),
              settings ->
                  calculators.prepared(
                      models.named(settings), directory, SearchSettingsReader.FILE),
              new SearchForecast(
                  calculators.all(),
                  SymmetryFinder.create(),
                  new Workplaces(directory, List.of(new LocalExecution()))));
      WebServer.Parts parts =
          new WebServer.Parts(
              directory,
              searches,
              session.accounts(),
              WorkerSecret.of(directory),
              session.dataSource(),
              session.figures());
      try (WebServer server = WebServer.start(parts, address, port)) {
        if (!data.isShared()) {
          // In a shared database they have gone on with the engine that was opened.
          session.service().resumeRunning();
        }
        announce(server, local);
        interruption.await();
      }
    }
  }

  private boolean isLocal() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new BadInput("--port: %d is outside 0 to %d".formatted(port, HIGHEST_PORT));
    }
    InetAddress asked;
    try {
      asked = InetAddress.getByName(address);
    } catch (UnknownHostException unknown) {
      throw new BadInput("--address: '%s' is no address".formatted(address));
    }
    requireFree(asked);
    return asked.isLoopbackAddress();
  }

  @SuppressWarnings("try")
  private void requireFree(InetAddress asked) {
    try (ServerSocket probe = new ServerSocket(port, 1, asked)) {
      // Closed again at once: it was only to see whether it can be had.
    } catch (IOException taken) {
      throw new BadInput("cannot listen on %s:%d: %s".formatted(address, port, taken.getMessage()));
    }
  }

  /** The administrator's password goes to the terminal; past the log unless that is the log. */
  private void letIn(EngineAccounts accounts) {
    accounts.letWork(WorkerSecret.USER);
    if (newPassword || !accounts.hasAdministrator()) {
      String password = new RandomText().password();
      accounts.makeAdministrator(ADMINISTRATOR, password);
      log.note(
          output,
          "administrator %s, password %s (shown this once)".formatted(ADMINISTRATOR, password));
    }
  }

  private void announce(WebServer server, boolean local) {
    if (!local && !server.hasTls()) {
      log.note(
          output,
          "passwords travel unencrypted to %s; set up TLS, see docs/operations.md"
              .formatted(address));
    }
    log.note(
        output,
        "serving on %s://%s:%d/, Ctrl-C ends"
            .formatted(server.hasTls() ? "https" : "http", address, server.port()));
  }
}
