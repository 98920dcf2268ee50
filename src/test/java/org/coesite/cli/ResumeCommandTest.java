package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What searches are told on their way, and what they refuse before they begin. */
class ResumeCommandTest {

  private static final String SETTINGS =
      """
      name: small
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      references: quartz.cif
      """;

  @TempDir Path folder;
  private Path file;
  private Path data;

  @BeforeEach
  void name_the_files_of_a_small_search() throws IOException {
    data = folder.resolve("data");
    file = folder.resolve("search.yaml");
    Files.copy(CommandRun.silica("alpha-quartz"), folder.resolve("quartz.cif"));
  }

  @Test
  void a_search_that_was_interrupted_can_be_stopped_early_with_its_report() throws Exception {
    Files.writeString(file, SETTINGS.replace("relaxations: 6", "repeats: 1000"));
    Process running =
        ChildProcess.start(Map.of(), "search", file, "--data", data, "--workers", "1");
    BufferedReader err = running.errorReader(StandardCharsets.UTF_8);
    String line = err.readLine();
    while (line != null && !line.startsWith("small: generations begun: 2")) {
      line = err.readLine();
    }
    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
    err.lines().forEach(rest -> {});
    assertThat(running.waitFor()).isEqualTo(130);
    assertThat(CommandRun.of("show", "small", "--data", data).out()).contains("No report yet");

    CommandRun stopped = CommandRun.of("resume", "small", "--stop-early", "--data", data);

    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    assertThat(stopped.out()).contains("STOPPED, stopped early").contains("Report: ");
    assertThat(data.resolve("small/report/table.md")).content().contains("## Structures");
    assertThat(CommandRun.of("resume", "small", "--stop-early", "--data", data).err())
        .isEqualTo(
            "coesite: --stop-early: search 'small' has no generation under way; its state is"
                + " STOPPED\n");
  }

  @Test
  void a_refinement_that_waits_for_approval_names_both_answers_and_has_an_exit_code_of_its_own()
      throws Exception {
    Files.writeString(
        file, SETTINGS + "refine: embedded\nrefinement: {protocol: sio2-bks-rep, approve: true}\n");

    CommandRun waiting = CommandRun.of("search", file, "--data", data);

    assertThat(waiting.exitCode()).isEqualTo(3);
    assertThat(waiting.err())
        .contains("to approve: ./coesite resume small --data " + data + ";")
        .contains("to end without: ./coesite resume small --data " + data + " --no-refinement");
    assertThat(waiting.out())
        .contains("Not refined yet: ")
        .contains("No report yet")
        .doesNotContain("Report: ");
    CommandRun declined = CommandRun.of("resume", "small", "--no-refinement", "--data", data);
    assertThat(declined.exitCode()).isZero();
    assertThat(declined.out()).contains("Not refined: ").contains("Report: ");
  }

  @Test
  void a_part_of_a_refinement_is_approved_by_its_ids() throws Exception {
    Files.writeString(
        file,
        SETTINGS
            + "refine: embedded\nrefinement: {protocol: sio2-bks-rep, approve: true, candidates: 1}\n");
    CommandRun waiting = CommandRun.of("search", file, "--data", data);
    assertThat(waiting.err()).contains(" --refine ID,ID; ");

    CommandRun unknown =
        CommandRun.of("resume", "small", "--refine", "ref-quartz,g9", "--data", data);
    CommandRun approved =
        CommandRun.of("resume", "small", "--refine", "ref-quartz", "--data", data);

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith(
            "coesite: structure 2 of the choice, 'g9', is not planned to be refined; these are: ")
        .hasLineCount(1);
    assertThat(approved.exitCode()).as(approved.err()).isZero();
    assertThat(approved.out()).contains("Declined: g0").contains("ref-quartz");
    assertThat(CommandRun.of("resume", "small", "--refine", "ref-quartz", "--data", data).err())
        .isEqualTo(
            "coesite: --refine: search 'small' waits for no approval; its state is FINISHED\n");
  }

  @Test
  void what_a_calculator_finds_wrong_is_named_with_its_line() throws Exception {
    Files.writeString(
        file,
        SETTINGS
            + """
            refine: quantum-espresso
            refinement:
              protocol: fast
              options:
                cutof: 40
            """);
    assertRefused(":12: refinement.options.cutof: is no option of quantum-espresso");
    Files.writeString(file, SETTINGS + "refine: quantum-espresso\nrefinement:\n  protocol: fats\n");
    assertRefused(":10: refinement.protocol: quantum-espresso needs one protocol of fast");
    Files.writeString(file, SETTINGS + "screen: quantum-espresso\n");
    assertRefused(":8: screen: quantum-espresso needs one protocol of fast");
  }

  private void assertRefused(String message) {
    CommandRun run = CommandRun.of("search", file, "--data", data);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("coesite: " + file + message).hasLineCount(1);
    assertThat(data).doesNotExist();
  }
}
