package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import org.coesite.calculator.FailureReason;
import org.coesite.execution.Ending;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the errors of a run say of an output that breaks off. */
class EndOfRunTest {

  @ParameterizedTest
  @CsvSource({
    "write failed: No space left on device, DISK_FULL",
    "write failed: Disk quota exceeded, DISK_FULL",
    "Program received signal SIGFPE, CRASHED"
  })
  void errors_tell_a_full_disk_from_a_crash(String error, FailureReason reason) {
    EndOfRun end =
        new EndOfRun(
            new Ending.Exited(2), new GulpOutput(Listing.EMPTY), Listing.of("first\n" + error));

    assertThat(
            end.verdict(
                () -> new Verdict.Useless(FailureReason.OUTPUT_UNREADABLE, "it breaks off")))
        .isInstanceOfSatisfying(
            Verdict.Useless.class, useless -> assertThat(useless.reason()).isEqualTo(reason));
  }
}
