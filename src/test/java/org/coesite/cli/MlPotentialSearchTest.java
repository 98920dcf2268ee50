package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches that machine-learned potentials screen, on real models. */
class MlPotentialSearchTest {

  private static final Path ADAPTER = Path.of("calculator-adapters/ml-potential").toAbsolutePath();

  private static final String SETTINGS =
      """
      name: learned
      seed: 2
      composition: SiO2
      formulaUnits: [1, 2]
      screen: mace
      potential: %s
      relaxation: {maxForce: 0.2, maxStress: 2, maxSteps: 40, options: {batch: 2}}
      start: {volumePerAtom: 14, minimumDistances: {Si-O: 1.42, O-O: 1.98, Si-Si: 1.89},
        subCells: false, learning: false, compactCells: false, crystalSystems: false, distinctStarts: false}
      generation: {size: 4, adaptiveRates: false, boldOperators: false}
      stop: {relaxations: 8, repeats: 1000}
      """
          .formatted(ADAPTER.resolve("recipe/mace-silica.model"));

  @TempDir static Path folder;

  private static Path file;
  private static JsonNode undisturbed;

  @BeforeAll
  static void searchOnce() throws Exception {
    file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    CommandRun run =
        CommandRun.of("search", file, "--data", folder.resolve("calm"), "--workers", 1, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    undisturbed = run.json();
  }

  @Test
  void a_search_ends_the_same_with_two_workers() throws Exception {
    JsonNode summary =
        CommandRun.of("search", file, "--data", folder.resolve("two"), "--workers", 2, "--json")
            .json();
    assertThat(undisturbed.at("/state").asText()).isEqualTo("FINISHED");
    assertThat(undisturbed.at("/relaxations/converged").asInt()).isGreaterThan(3);
    assertThat(summary.at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
  }

  @Test
  void report_and_audit_name_the_model_its_hash_and_its_version() throws Exception {
    JsonNode screening = undisturbed.at("/settings/screening");
    assertThat(screening.at("/calculator").asText()).isEqualTo("mace");
    assertThat(screening.at("/version").asText()).startsWith("mace-torch ");
    assertThat(screening.at("/options/model.sha256").asText()).matches("[0-9a-f]{64}");
    String table = Files.readString(folder.resolve("calm/learned/report/table.md"));
    assertThat(table).contains("mace-torch", "model.sha256", "mace-silica.model");
    String audit =
        CommandRun.of("audit", "learned", "--data", folder.resolve("calm"), "--json").out();
    JsonNode attempts = new ObjectMapper().readTree(audit).at("/attempts");
    assertThat(attempts).isNotEmpty();
    assertThat(attempts)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.at("/version").asText()).contains("mace-torch");
              assertThat(attempt.at("/settings").toString())
                  .contains(screening.at("/options/model.sha256").asText());
            });
  }

  @Test
  void a_search_that_is_killed_ends_the_same_when_it_is_resumed() throws Exception {
    Path data = folder.resolve("killed");
    Process search = ChildProcess.start(Map.of(), "search", file, "--data", data);
    try {
      awaitProgress(search);
      List<ProcessHandle> python =
          search.descendants().filter(MlPotentialSearchTest::isPython).toList();
      assertThat(python).isNotEmpty();
      search.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> python.stream().noneMatch(MlPotentialSearchTest::isRunning));
    } finally {
      search.destroyForcibly();
    }
    CommandRun resumed = CommandRun.of("resume", "learned", "--data", data, "--json");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.json().at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
  }

  /** Waits until it tells of a ranked generation. */
  private static void awaitProgress(Process search) throws Exception {
    BufferedReader lines = search.errorReader();
    String line = lines.readLine();
    while (line != null && !line.contains("generations begun: 2")) {
      line = lines.readLine();
    }
    assertThat(line).isNotNull();
  }

  /** Whether it is more than the entry that an ended process leaves until its parent asks. */
  private static boolean isRunning(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return !status.substring(status.lastIndexOf(')') + 1).startsWith(" Z");
    } catch (IOException ended) {
      return false;
    }
  }

  private static boolean isPython(ProcessHandle process) {
    return process.info().command().orElse("").contains("python");
  }

  @Test
  void workers_that_know_only_the_address_do_it_and_one_that_is_killed_is_replaced()
      throws Exception {
    Path data = folder.resolve("served");
    List<Process> workers = new ArrayList<>();
    try (ServeProcess serve = ServeProcess.start(data, "--calculator", "embedded")) {
      serve.password();
      String request = new ObjectMapper().writeValueAsString(Map.of("settings", SETTINGS));
      assertThat(serve.post("/api/searches", request).statusCode()).isEqualTo(201);
      workers.add(worker(serve, data, "first"));
      Process first = workers.get(0);
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMinutes(5))
          .until(() -> holdsTask(serve, first));

      first.destroyForcibly().waitFor();
      assertThat(holdsTask(serve, first)).as("killed in the middle of its task").isTrue();
      workers.add(worker(serve, data, "second"));

      JsonNode summary = serve.awaitEnd("learned");
      assertThat(summary.at("/state").asText()).isEqualTo("FINISHED");
      assertThat(summary.at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
      assertThat(summary.at("/relaxations")).isEqualTo(undisturbed.at("/relaxations"));
      workers.get(1).destroy();
      assertThat(workers.get(1).waitFor()).isZero();
      assertThat(Files.readString(data.resolve("second.err"))).contains("ended; what was not");
    } finally {
      workers.forEach(Process::destroyForcibly);
    }
  }

  @ParameterizedTest
  @CsvSource({"mace, -70, -10", "chgnet, -8.2, -8.1"})
  void relax_prints_the_keys_of_the_contract_with_a_learned_potential(
      String calculator, double lowest, double highest) throws Exception {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "relax",
                "--calculator",
                calculator,
                Path.of("examples/silica-mlip/references/stishovite.cif"),
                "--json"));
    if (calculator.equals("mace")) {
      arguments.addAll(List.of("--potential", ADAPTER.resolve("recipe/mace-silica.model")));
    }
    JsonNode json = CommandRun.of(arguments.toArray()).json();
    assertThat(json.at("/status").asText()).isEqualTo("CONVERGED");
    assertThat(json.at("/calculator").asText()).isEqualTo(calculator);
    assertThat(json.at("/calculatorVersion").asText()).containsPattern("weights [0-9a-f]{16}");
    assertThat(json.at("/spaceGroup/number").asInt()).isEqualTo(136);
    assertThat(json.at("/energyPerAtom").asDouble()).isBetween(lowest, highest);
  }

  @Test
  void a_search_with_chgnet_ends_with_a_report() throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("chgnet.yaml"),
            """
            name: charge-informed
            composition: SiO2
            screen: chgnet
            relaxation: {maxForce: 0.3, maxStress: 3, maxSteps: 25}
            generation: {size: 3}
            stop: {relaxations: 5, repeats: 1000}
            """);
    CommandRun run =
        CommandRun.of("search", settings, "--data", folder.resolve("chgnet"), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode summary = run.json();
    assertThat(summary.at("/state").asText()).isEqualTo("FINISHED");
    assertThat(summary.at("/settings/screening/version").asText()).startsWith("chgnet ");
    assertThat(summary.at("/relaxations/total").asInt()).isGreaterThanOrEqualTo(5);
  }

  private static boolean holdsTask(ServeProcess serve, Process worker) throws Exception {
    String tasks = serve.get("/engine-rest/external-task?locked=true").body();
    return tasks.contains("-" + worker.pid() + "\"");
  }

  private static Process worker(ServeProcess serve, Path data, String name) throws Exception {
    Map<String, String> environment = System.getenv();
    String share =
        environment.getOrDefault("XDG_DATA_HOME", environment.get("HOME") + "/.local/share");
    String python =
        environment.getOrDefault("COESITE_PYTHON", share + "/coesite/ml-potential/bin/python3");
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            "-m",
            "coesite_ml.main",
            "--engine",
            serve.address() + "/engine-rest",
            "--model",
            "mace:" + ADAPTER.resolve("recipe/mace-silica.model"),
            "--user",
            "coesite-worker",
            "--password-file",
            data.resolve("worker.secret").toString(),
            "--lock",
            "5");
    builder.environment().put("PYTHONPATH", ADAPTER.toString());
    return builder.redirectError(data.resolve(name + ".err").toFile()).start();
  }
}
