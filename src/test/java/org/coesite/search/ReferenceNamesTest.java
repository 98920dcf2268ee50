package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"$(touch x).cif", "a; touch x.cif", "`touch x`.cif", "...cif", "-rf.cif"})
  void what_a_known_phase_is_called_in_folders_and_jobs_means_nothing_to_a_shell(String file)
      throws Exception {
    String quartz = Files.readString(Path.of("examples/silica/references/alpha-quartz.cif"));

    List<Reference> references = ReferenceFiles.of(Map.of(file, quartz));

    assertThat(Refinement.knownPhases(references).keySet())
        .singleElement()
        .asString()
        .matches("ref-[A-Za-z0-9._-]+");
  }
}
