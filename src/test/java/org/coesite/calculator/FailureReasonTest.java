package org.coesite.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureReasonTest {

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
  void a_file_that_finds_no_room_means_a_full_disk(String words) {
    String message = new FileSystemException("/work/pw.in", null, words).getMessage();

    assertThat(FailureReason.ofFile(message, FailureReason.OUTPUT_UNREADABLE))
        .isEqualTo(FailureReason.DISK_FULL);
  }

  @Test
  void any_other_complaint_means_what_its_reader_says() {
    assertThat(FailureReason.ofFile("/work/pw.in: is a directory", FailureReason.REFUSED))
        .isEqualTo(FailureReason.REFUSED);
    assertThat(FailureReason.ofFile(null, FailureReason.REFUSED)).isEqualTo(FailureReason.REFUSED);
  }
}
