package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.coesite.execution.OneNodeSlurm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search whose relaxations are jobs of a real Slurm that demands a partition. A script that
 * replays a recorded run stands in for GULP.
 */
class SlurmSearchTest {

  private static final String SETTINGS =
      """
      name: queued
      seed: 1
      composition: Si4O8
      potential: sio2-bks-rep-c6
      screen: gulp
      run:
        gulp: {execution: slurm, slurm: {partition: main}}
      generation: {size: 3}
      stop: {relaxations: 3}
      """;

  private static final Path TRIDYMITE =
      Path.of(
              "calculator-adapters/gulp/src/test/resources/gulp-recordings",
              "polymorphs_c6_bks_rep/tridymite_hp__bks_rep_c6")
          .toAbsolutePath();

  private static OneNodeSlurm slurm;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    slurm = OneNodeSlurm.demandingPartition();
  }

  @AfterAll
  static void stop() throws Exception {
    if (slurm != null) {
      slurm.close();
    }
  }

  /** Notes the partition of each job, and does not end before there is a file {@code go}. */
  private Path gulp() throws IOException {
    Path gulp = folder.resolve("gulp");
    Files.writeString(
        gulp,
        """
        #!/bin/sh
        cat >/dev/null
        if [ -n "$SLURM_JOB_ID" ]; then
          echo "$SLURM_JOB_PARTITION" >>'%1$s/calls'
          until [ -f '%1$s/go' ]; do sleep 0.1; done
        fi
        cp '%2$s.res' run.res
        cat '%2$s.gout'
        """
            .formatted(folder, TRIDYMITE));
    return Files.setPosixFilePermissions(gulp, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void a_killed_search_finds_the_job_that_is_at_work_and_submits_none_twice() throws Exception {
    Map<String, String> environment = new HashMap<>(slurm.environment());
    environment.put("COESITE_GULP", gulp().toString());
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    Path calls = folder.resolve("calls");
    QueuedSearch queued = new QueuedSearch(environment, folder.resolve("data"), "queued");

    Process search = queued.begin(file);
    QueuedSearch.holds(search, () -> Files.exists(calls));
    Process resumed = queued.killAndResume(search);
    assertThat(slurm.runs()).hasSize(1);
    Files.createFile(folder.resolve("go"));
    QueuedSearch.endsWell(resumed);

    assertThat(slurm.runs()).hasSize(3).doesNotHaveDuplicates();
    assertThat(Files.readAllLines(calls)).containsExactly("main", "main", "main");
    assertThat(
            CommandRun.of("show", "queued", "--data", queued.data(), "--json").json().at("/state"))
        .hasToString("\"FINISHED\"");
    assertThat(queued.notes()).isEmpty();
  }
}
