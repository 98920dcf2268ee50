package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coesite.search.AuditEntry;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus reads after two searches: one that goes well, and one that has too few steps. */
class FiguresTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String GOOD =
      """
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      """;

  private static final String HASTY = GOOD + "relaxation: {maxSteps: 3}\n";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void search() throws Exception {
    server = new TestServer(directory);
    for (Map.Entry<String, String> search : Map.of("good", GOOD, "hasty", HASTY).entrySet()) {
      assertThat(
              server
                  .post(
                      server.asAdministrator("/api/searches"),
                      Map.of("settings", search.getValue(), "name", search.getKey()))
                  .statusCode())
          .isEqualTo(201);
    }
    assertThat(server.service().await("good", LONG)).isEqualTo(SearchState.FINISHED);
    assertThat(server.service().await("hasty", LONG)).isEqualTo(SearchState.FAILED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> read() throws Exception {
    return server.send(server.asMonitor("/actuator/prometheus"));
  }

  @Test
  void every_attempt_on_record_is_counted_by_calculator_outcome_and_reason() throws Exception {
    Map<String, Long> onRecord =
        List.of("good", "hasty").stream()
            .flatMap(search -> server.service().audit(search).stream())
            .collect(Collectors.groupingBy(FiguresTest::series, Collectors.counting()));

    String figures = read().body();

    assertThat(onRecord.keySet())
        .anyMatch(series -> series.contains("reason=\"none\""))
        .anyMatch(series -> series.contains("reason=\"steps_spent\""));
    onRecord.forEach(
        (series, number) -> assertThat(figures).contains(series + " " + number + ".0\n"));
    assertThat(figures)
        .contains(
            "coesite_relaxation_duration_seconds_count{calculator=\"embedded\"} "
                + onRecord.values().stream().mapToLong(Long::longValue).sum()
                + "\n")
        .contains("coesite_relaxations_at_work 0.0\n")
        .containsPattern("coesite_science_cpu_seconds_total 0*[1-9.]");
  }

  private static String series(AuditEntry attempt) {
    String failure = attempt.record().failure().map(reason -> reason.name()).orElse("NONE");
    return "coesite_relaxations_total{calculator=\"%s\",outcome=\"%s\",reason=\"%s\"}"
        .formatted(
            attempt.record().calculator(),
            failure.equals("NONE") ? "converged" : "not_converged",
            failure.toLowerCase(Locale.ROOT));
  }

  @Test
  void the_database_tells_searches_failures_and_that_nothing_is_left_to_do() {
    long failed =
        server.service().audit("hasty").stream()
            .filter(attempt -> attempt.record().failure().isPresent())
            .count();

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(read().body())
                    .contains(
                        "coesite_searches{state=\"finished\"} 1.0\n",
                        "coesite_searches{state=\"failed\"} 1.0\n",
                        "coesite_searches{state=\"running\"} 0.0\n",
                        "coesite_failed_attempts{calculator=\"embedded\",reason=\"steps_spent\"} "
                            + failed
                            + ".0\n",
                        "coesite_relaxations_due{purpose=\"screen\"} 0.0\n",
                        "coesite_external_tasks{state=\"open\",topic=\"relax-embedded\"} 0.0\n",
                        "coesite_jobs_due 0.0\n",
                        "coesite_incidents{type=\"failedJob\"} 0.0\n",
                        "coesite_database_reachable 1.0\n")
                    .containsPattern("coesite_engine_share_ratio 0\\.[0-9]*[1-9]"));
  }

  @Test
  void every_figure_of_ours_has_a_help_text() throws Exception {
    List<String> lines = read().body().lines().toList();

    List<String> typed =
        lines.stream()
            .filter(line -> line.startsWith("# TYPE coesite_"))
            .map(line -> line.split(" ")[2])
            .toList();

    assertThat(typed).hasSizeGreaterThanOrEqualTo(11);
    assertThat(typed)
        .allSatisfy(
            name ->
                assertThat(lines)
                    .anyMatch(line -> line.matches("# HELP " + name + " [A-Z][^.]{10,}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yml", "grafana-dashboard.json"})
  void the_examples_for_operators_ask_for_figures_that_there_are(String file) throws Exception {
    String figures = read().body();

    List<String> asked =
        Pattern.compile("(coesite|process|jvm)_[a-z_]+(?=[{\\[])")
            .matcher(Files.readString(Path.of("examples/operations", file)))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(asked).hasSizeGreaterThan(3);
    assertThat(asked).allSatisfy(name -> assertThat(figures).containsPattern(name + "[ {]"));
  }

  @Test
  void a_monitor_reads_figures_and_health_and_nothing_else() throws Exception {
    assertThat(read().statusCode()).isEqualTo(200);
    assertThat(server.send(server.asMonitor("/actuator/health")).statusCode()).isEqualTo(200);
    for (String path :
        List.of("/actuator/info", "/api/searches", "/engine-rest/version", "/", "/camunda/lib/x")) {
      assertThat(server.send(server.asMonitor(path)).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(
            server.send(server.as("coesite-monitor", "guess", "/actuator/prometheus")).statusCode())
        .isEqualTo(401);
  }
}
