package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobScriptTest {

  @Test
  void a_script_has_the_header_the_variables_and_the_quoted_command() {
    ProgramRun run =
        new ProgramRun(
            "s1-pw",
            List.of("mpirun", "-np", "4", "/opt/it's/pw.x"),
            Path.of("/data/s1"),
            Map.of("OMP_NUM_THREADS", "1"),
            Optional.of("pw.in"),
            "pw.out",
            Duration.ofHours(2),
            new Placement(
                "slurm", 4, 2, ShellRun.slurm("mem", "4G", "exclusive", "").directives()));
    assertThat(new JobScript(run, "s1-pw-1a2b").text())
        .isEqualTo(
            """
            #!/bin/sh
            #SBATCH --job-name=s1-pw-1a2b
            #SBATCH --chdir="/data/s1"
            #SBATCH --output="/data/s1/s1-pw.slurm"
            #SBATCH --open-mode=append
            #SBATCH --time=120
            #SBATCH --ntasks=4
            #SBATCH --export=ALL
            #SBATCH --no-requeue
            #SBATCH --exclusive
            #SBATCH --mem="4G"

            # A job that was given up as not submitted, and came in late after all, must not run beside its
            # successor: the note names the job that counts.
            if [ -f '/data/s1/s1-pw.job' ] && ! grep -q s1-pw-1a2b '/data/s1/s1-pw.job'; then
              echo 'another job has taken the place of s1-pw-1a2b' >&2
              exit 75
            fi

            export OMP_NUM_THREADS='1'

            begin=$(date +%s)
            'mpirun' '-np' '4' '/opt/it'\\''s/pw.x' <'/data/s1/pw.in' >'/data/s1/pw.out' 2>'/data/s1/pw.out.err'
            code=$?
            echo $(($(date +%s) - begin)) >'/data/s1/s1-pw.seconds'.part && mv '/data/s1/s1-pw.seconds'.part '/data/s1/s1-pw.seconds'
            echo $code >'/data/s1/s1-pw.exit'.part && mv '/data/s1/s1-pw.exit'.part '/data/s1/s1-pw.exit'
            exit $code
            """);
  }

  @ParameterizedTest
  @CsvSource({"PT0.001S, 1", "PT1M, 1", "PT1M0.001S, 2", "PT90S, 2", "PT48H, 2880"})
  void a_limit_is_rounded_up_to_whole_minutes(Duration limit, int minutes) {
    assertThat(new JobScript(ShellRun.of(Path.of("/tmp"), "true", limit), "job").text())
        .contains("#SBATCH --time=" + minutes + "\n");
  }

  @Test
  void directives_that_are_no_options_or_not_the_users_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShellRun.slurm("mem 4G", ""))
        .withMessage("'mem 4G' is no long option of sbatch: letters, digits and hyphens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShellRun.slurm("comment", "a\n#SBATCH --uid=0"))
        .withMessageContaining("line break");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShellRun.slurm("job-name", "mine"))
        .withMessageContaining("'job-name' follows from the run itself");
  }

  @Test
  void a_run_with_a_name_that_is_no_file_name_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProgramRun(
                    "a/b",
                    List.of("true"),
                    Path.of("/tmp"),
                    Map.of(),
                    Optional.empty(),
                    "out",
                    ShellRun.LONG,
                    Placement.HERE))
        .withMessageContaining("'a/b'");
  }
}
