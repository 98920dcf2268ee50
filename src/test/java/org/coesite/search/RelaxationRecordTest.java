package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelaxationRecordTest {

  @Test
  void a_record_keeps_its_files_when_the_engine_names_the_task_that_made_it() {
    List<RawFile> files = List.of(new RawFile("run.gout", "0".repeat(64), 7, null));
    RelaxationRecord record =
        OneAttempt.of(Purpose.REFINE, OneAttempt.KILLED).withFiles(files).in("12/relax:34");

    assertThat(record.files()).isEqualTo(files);
    assertThat(record.worker().activity()).isEqualTo("12/relax:34");
  }
}
