package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogFieldsTest {

  @Test
  void the_id_of_a_structure_tells_its_generation_and_that_of_a_known_phase_tells_none() {
    assertThat(LogFields.of("silica").withStructure("g012s03").values())
        .isEqualTo(Map.of("search", "silica", "generation", "12", "structure", "g012s03"));
    assertThat(LogFields.of("silica").withStructure("ref-quartz").values())
        .isEqualTo(Map.of("search", "silica", "structure", "ref-quartz"));
  }

  @Test
  void lines_carry_them_while_the_work_lasts_and_what_was_there_before_comes_back() {
    LogFields.of("outer")
        .withGeneration(1)
        .run(
            () -> {
              LogFields inner = LogFields.of("inner").withStructure("g002s00");
              assertThatThrownBy(
                      () ->
                          inner.run(
                              () -> {
                                assertThat(MDC.getCopyOfContextMap()).isEqualTo(inner.values());
                                throw new IllegalStateException("failed");
                              }))
                  .hasMessage("failed");
              assertThat(MDC.getCopyOfContextMap())
                  .isEqualTo(Map.of("search", "outer", "generation", "1"));
            });

    assertThat(MDC.get("search")).isNull();
  }
}
