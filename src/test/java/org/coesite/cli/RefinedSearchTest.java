package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A search that refines with the real pw.x, which somebody kills in the middle of a vc-relax. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefinedSearchTest {

  private static final String SETTINGS =
      """
      name: refined
      seed: 2
      composition: SiO2
      potential: sio2-bks-rep
      relaxed: {volumePerAtom: [6, 30]}
      generation: {size: 4}
      stop: {relaxations: 4}
      refine: quantum-espresso
      refinement:
        protocol: fast
        candidates: 1
        options: {kMesh: 1 1 1, cutoff: 30, densityCutoff: 200}
      references: fluorite-type.cif
      """;

  private Path data = Path.of("");
  private String killed = "";
  private CommandRun search = new CommandRun(-1, "", "");

  @BeforeAll
  void search_and_kill_the_first_refinement(@TempDir Path folder) throws IOException {
    data = folder.resolve("data");
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    Files.copy(
        Path.of("examples/silica-refined/references/fluorite-type.cif"),
        folder.resolve("fluorite-type.cif"));
    CompletableFuture<CommandRun> run =
        CompletableFuture.supplyAsync(
            () -> CommandRun.of("search", file, "--data", data, "--workers", "2"));
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> run.isDone() || relaxing().isPresent());
    killed = relaxing().orElseThrow().getFileName().toString().replaceFirst("-refine.*", "");
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("pw.x"))
        .forEach(ProcessHandle::destroyForcibly);
    search = run.join();
  }

  /** The folder of a relaxation that has made its first step and saved it. */
  private Optional<Path> relaxing() {
    Path work = data.resolve("refined/work");
    if (!Files.isDirectory(work)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(work)) {
      return folders
          .filter(folder -> folder.getFileName().toString().contains("-refine-"))
          .filter(folder -> isInItsSecondStep(folder.resolve("round-1/pw.out")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInItsSecondStep(Path file) {
    try {
      return Files.exists(file)
          && Files.readString(file).matches("(?s).*bfgs steps    =   1.*iteration #  1.*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_search_ends_with_the_refined_structures_beside_the_refined_known_phase()
      throws Exception {
    assertThat(search.exitCode()).isZero();
    assertThat(search.out()).contains("Refined with quantum-espresso", "ref-fluorite-type");
    assertThat(data.resolve("refined/report/table.md"))
        .content()
        .contains("## Refined structures", "energy (Ry/atom)", "energy (eV/atom)")
        .containsPattern("ref-fluorite-type \\| fluorite-type \\(reference\\) \\|.*Fm-3m \\(225\\)")
        .contains("Cosine distance of refined structures to refined references");
    try (Stream<Path> files = Files.list(data.resolve("refined/report/structures/refined"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void the_killed_relaxation_goes_on_from_its_own_files_and_the_audit_shows_both_attempts()
      throws Exception {
    assertThat(data.resolve("refined/work/" + killed + "-refine-quantum-espresso/round-1/pw.in"))
        .content()
        .contains("'restart'");
    assertThat(CommandRun.of("audit", "refined", killed, "--data", data).out())
        .containsSubsequence(
            "refine, attempt 1 with quantum-espresso",
            "KILLED: pw.x: signal 9 ended it",
            "decision: retry same",
            "refine, attempt 2 with quantum-espresso",
            "CONVERGED",
            "energy, attempt 1 with quantum-espresso");
  }
}
