package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that screen with GULP, where a script that replays recorded runs stands in for it. */
class GulpSearchTest {

  private static final String SETTINGS =
      """
      name: screened
      seed: 1
      composition: Si4O8
      potential: sio2-bks-rep-c6
      screen: gulp
      generation: {size: 3}
      stop: {relaxations: 3}
      """;

  private static final Path RECORDINGS =
      Path.of("calculator-adapters/gulp/src/test/resources/gulp-recordings").toAbsolutePath();
  private static final Path STUCK =
      RECORDINGS.resolve("scaling_bks_rep/scale_12at_s602__bks_rep__newton_c6_rfo");
  private static final Path TRIDYMITE =
      RECORDINGS.resolve("polymorphs_c6_bks_rep/tridymite_hp__bks_rep_c6");

  @TempDir Path folder;
  private Path file;
  private Path data;

  @BeforeEach
  void write_the_settings() throws IOException {
    data = folder.resolve("data");
    file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
  }

  /** Gets stuck with both optimisers at first, and finds tridymite from then on. */
  private Path gulp() throws IOException {
    Path gulp = folder.resolve("gulp");
    Files.writeString(
        gulp,
        """
        #!/bin/sh
        cat >/dev/null
        echo >>'%1$s/calls'
        if [ "$(wc -l <'%1$s/calls')" -le 2 ]; then recording='%2$s'; else recording='%3$s'; fi
        cp "$recording.res" run.res
        cat "$recording.gout"
        """
            .formatted(folder, STUCK, TRIDYMITE));
    return Files.setPosixFilePermissions(gulp, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void what_gulp_cannot_relax_is_relaxed_by_the_other_calculator_and_the_audit_says_so()
      throws Exception {
    CommandRun run =
        ChildProcess.run(
            Map.of("COESITE_GULP", gulp().toString()),
            "search",
            file,
            "--data",
            data,
            "--workers",
            "1",
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode result = run.json();
    assertThat(result.at("/state").asText()).isEqualTo("FINISHED");
    String audit = CommandRun.of("audit", "screened", "--data", data).out();
    assertThat(audit.lines().filter(line -> line.contains("gulp 6.2"))).hasSizeGreaterThan(2);
    String structure =
        audit.lines().filter(line -> line.contains("NOT_CONVERGED")).findFirst().orElseThrow();
    assertThat(CommandRun.of("audit", "screened", structure.split(" ")[0], "--data", data).out())
        .containsSubsequence(
            "screen, attempt 1 with gulp 6.2",
            "STUCK",
            "decision: other calculator: embedded",
            "screen, attempt 2 with embedded",
            "CONVERGED");
    checkFiles(structure.split(" ")[0]);
  }

  /** What GULP wrote is kept and comes back; one changed byte of it is found. */
  private void checkFiles(String structure) throws IOException {
    Path unpacked = folder.resolve("unpacked");
    CommandRun story =
        CommandRun.of("audit", "screened", structure, "--data", data, "--files", unpacked);
    assertThat(story.exitCode()).isZero();
    assertThat(story.out()).containsPattern("file .*run.gin .* bytes  SHA-256 [0-9a-f]{64}\n");
    try (Stream<Path> all = Files.walk(unpacked.resolve("screen-1"))) {
      assertThat(all.filter(file -> file.endsWith("run.gout")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(recorded(STUCK, ".gout")));
    }
    CommandRun intact = CommandRun.of("audit", "screened", "--verify", "--data", data);
    assertThat(intact.exitCode()).as(intact.out()).isZero();
    assertThat(intact.out()).containsPattern("[1-9][0-9]* files of outside programs");
    Path touched;
    try (Stream<Path> all = Files.walk(data.resolve("screened/raw"))) {
      touched = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(touched);
    content[content.length / 2] ^= 1;
    Files.write(touched, content);
    CommandRun altered = CommandRun.of("audit", "screened", "--verify", "--data", data);
    assertThat(altered.exitCode()).isEqualTo(1);
    assertThat(altered.out()).containsPattern("file .*run\\..* of .* is altered");
  }

  private static Path recorded(Path recording, String ending) {
    return recording.resolveSibling(recording.getFileName() + ending);
  }

  /** Finds tridymite at once, but hangs for good where a file says so. */
  private Path hanging(Path hang) throws IOException {
    Path gulp = folder.resolve("gulp");
    Files.writeString(
        gulp,
        """
        #!/bin/sh
        cat >/dev/null
        if rm '%1$s' 2>/dev/null; then sleep 3600; fi
        cp '%2$s.res' run.res
        cat '%2$s.gout'
        """
            .formatted(hang, TRIDYMITE));
    return Files.setPosixFilePermissions(gulp, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void a_search_killed_while_gulp_hangs_ends_the_hanging_one_and_then_as_if_nothing_had_happened()
      throws Exception {
    Path hang = folder.resolve("hang");
    Map<String, String> environment = Map.of("COESITE_GULP", hanging(hang).toString());
    Path calm = folder.resolve("calm");
    JsonNode undisturbed =
        ChildProcess.run(environment, "search", file, "--data", calm, "--json").json();

    Files.createFile(hang);
    Process search = ChildProcess.start(environment, "search", file, "--data", data);
    ProcessHandle hanging =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> sleeping(search), Optional::isPresent)
            .orElseThrow();
    search.destroyForcibly().waitFor();
    assertThat(hanging.isAlive()).isTrue();
    CommandRun resumed =
        ChildProcess.run(environment, "resume", "screened", "--data", data, "--json");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(hanging.isAlive()).isFalse();
    assertThat(resumed.json().at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
    assertThat(resumed.json().at("/relaxations")).isEqualTo(undisturbed.at("/relaxations"));
  }

  private static Optional<ProcessHandle> sleeping(Process search) {
    return search
        .descendants()
        .filter(child -> child.info().command().filter(c -> c.endsWith("/sleep")).isPresent())
        .findFirst();
  }

  @Test
  void without_gulp_the_search_does_not_begin() throws Exception {
    CommandRun run =
        ChildProcess.run(
            Map.of("PATH", folder.toString()), "search", file, "--data", data, "--json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("gulp", "COESITE_GULP=");
    assertThat(data).doesNotExist();
  }
}
