package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.execution.OneNodeSlurm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search that refines with the real pw.x as jobs of a real Slurm. It is killed while the first
 * vc-relax is at work; the second one runs into the limit on its time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefinedUnderSlurmTest {

  private static final String SETTINGS =
      """
      name: queued
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
        options:
          kMesh: 1 1 1
          cutoff: 30
          densityCutoff: 120
          energyThreshold: 1e-3
          forceThreshold: 0.004
          pressureThreshold: 1
      run:
        quantum-espresso: {execution: slurm, slurm: {partition: main}}
      references: fluorite-type.cif
      """;

  private OneNodeSlurm slurm;
  private QueuedSearch queued;
  private final List<String> relaxations = new ArrayList<>();
  private List<String> runsBeforeTheKill = List.of();
  private List<String> runsAfterwards = List.of();
  private List<String> runsAtTheEnd = List.of();

  @BeforeAll
  void kill_the_search_and_then_spend_the_time_of_a_job(@TempDir Path folder) throws Exception {
    slurm = OneNodeSlurm.demandingPartition();
    queued = new QueuedSearch(slurm.environment(), folder.resolve("data"), "queued");
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    Files.copy(
        Path.of("examples/silica-refined/references/fluorite-type.cif"),
        folder.resolve("fluorite-type.cif"));

    Process search = queued.begin(file);
    String first = nextAtWork(search);
    // Otherwise it might be done before the search is resumed.
    slurm.suspend(first);
    runsBeforeTheKill = slurm.runs();
    Process resumed = queued.killAndResume(search);
    runsAfterwards = slurm.runs();
    slurm.goOn(first);
    String second = nextAtWork(resumed);
    // Slurm looks at limits now and then; by that time the run might have ended.
    freeze(queued.data().resolve("queued/work").resolve(relaxations.get(1)).resolve("round-1"));
    slurm.spendTime(second);
    QueuedSearch.endsWell(resumed);
    runsAtTheEnd = slurm.runs();
  }

  @AfterAll
  void stop() throws Exception {
    if (slurm != null) {
      slurm.close();
    }
  }

  /**
   * Waits for the second step of another relaxation, maybe from where the last one ended, and
   * answers the name of its run.
   */
  private String nextAtWork(Process search) throws IOException {
    QueuedSearch.holds(search, () -> relaxing().isPresent());
    relaxations.add(relaxing().orElseThrow());
    return run(relaxations.get(relaxations.size() - 1));
  }

  private static void freeze(Path folder) throws Exception {
    List<String> running =
        ProcessHandle.allProcesses()
            .filter(one -> one.info().command().filter(c -> c.endsWith("/pw.x")).isPresent())
            .map(one -> Long.toString(one.pid()))
            .filter(pid -> worksIn(folder, pid))
            .toList();
    assertThat(running).hasSize(1);
    assertThat(new ProcessBuilder("kill", "-STOP", running.get(0)).start().waitFor()).isZero();
  }

  private static boolean worksIn(Path folder, String pid) {
    try {
      return Files.isSameFile(Path.of("/proc", pid, "cwd"), folder);
    } catch (IOException ended) {
      return false;
    }
  }

  private static String run(String relaxation) {
    return "queued-" + relaxation + ".round-1";
  }

  private Optional<String> relaxing() throws IOException {
    Path work = queued.data().resolve("queued/work");
    if (!Files.isDirectory(work)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(work)) {
      for (Path folder : folders.filter(f -> f.toString().contains("-refine-")).toList()) {
        String name = folder.getFileName().toString();
        Path output = folder.resolve("round-1/pw.out");
        if (!relaxations.contains(name)
            && Files.exists(output)
            && Files.readString(output).matches("(?s).*bfgs steps    =   1.*iteration #  1.*")) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    }
  }

  @Test
  void the_job_at_work_is_found_again_and_not_submitted_twice() {
    assertThat(runsBeforeTheKill).containsOnlyOnce(run(relaxations.get(0)));
    assertThat(runsAfterwards).isEqualTo(runsBeforeTheKill);
  }

  @Test
  void a_job_whose_time_is_spent_goes_on_from_its_own_files() throws Exception {
    String second = relaxations.get(1);
    assertThat(runsAtTheEnd).filteredOn(run -> run.equals(run(second))).hasSize(2);
    assertThat(queued.data().resolve("queued/work").resolve(second).resolve("round-1/pw.in"))
        .content()
        .contains("'restart'");
    assertThat(
            CommandRun.of(
                    "audit",
                    "queued",
                    second.replaceFirst("-refine-.*", ""),
                    "--data",
                    queued.data())
                .out())
        .containsSubsequence(
            "TIMED_OUT: pw.x: ended after", "decision: retry same", "with quantum-espresso");
  }

  @Test
  void the_search_ends_with_the_refined_structures_beside_the_refined_known_phase()
      throws Exception {
    assertThat(queued.notes()).isEmpty();
    assertThat(queued.data().resolve("queued/report/table.md"))
        .content()
        .contains("## Refined structures", "energy (Ry/atom)")
        .containsPattern(
            "ref-fluorite-type \\| fluorite-type \\(reference\\) \\|.*Fm-3m \\(225\\)");
    try (Stream<Path> files =
        Files.list(queued.data().resolve("queued/report/structures/refined"))) {
      assertThat(files).hasSize(2);
    }
  }
}
