package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.calculator.FailureReason;
import org.coesite.execution.Ending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from the folder of a run. */
class SavedRunTest {

  /** As pw.x 6.7 leaves it. */
  private static final String CRASH =
      """

       %%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%
           task #         0
           from readpp : error #         1
           file ./Si.UPF not found
       %%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%
      """;

  @TempDir Path folder;

  @BeforeEach
  void a_run_that_left_a_crash_file() throws IOException {
    Files.writeString(folder.resolve(SavedRun.CRASH), CRASH);
    Files.writeString(folder.resolve(PwProgram.OUTPUT + ".err"), "mpirun: exit code 1\n");
  }

  private Verdict verdict() throws IOException {
    return Judge.on(
        RecordedRun.first("scf-fluorite").asked(),
        new SavedRun(folder).traces(new Ending.Exited(1)));
  }

  @Test
  void a_run_whose_output_was_lost_is_judged_by_its_crash_file() throws IOException {
    Files.writeString(folder.resolve(PwProgram.OUTPUT), "");

    assertThat(verdict())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(FailureReason.PSEUDOPOTENTIAL);
              assertThat(failure.message().lines())
                  .containsExactly(
                      "pw.x printed nothing and ended with exit code 1",
                      "last errors printed:",
                      "  mpirun: exit code 1",
                      "  task # 0",
                      "  from readpp : error # 1",
                      "  file ./Si.UPF not found");
            });
  }

  @Test
  void beside_an_output_the_crash_file_says_nothing_new() throws IOException {
    Files.writeString(folder.resolve(PwProgram.OUTPUT), "     Program PWSCF v.6.7MaX starts\n");

    assertThat(verdict())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(FailureReason.CRASHED);
              assertThat(failure.message()).contains("PWSCF v.6.7MaX").doesNotContain("readpp");
            });
  }
}
