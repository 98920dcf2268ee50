package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coesite.search.RawRetention.ALL;
import static org.coesite.search.RawRetention.FAILED;
import static org.coesite.search.RawRetention.NONE;
import static org.coesite.search.RawRetention.REFINED;

import java.util.Arrays;
import java.util.List;
import org.coesite.calculator.Relaxation;
import org.junit.jupiter.api.Test;

class RawRetentionTest {

  private static final Relaxation CONVERGED = ToyCalculator.converged(RefinedSearch.QUARTZ);

  private static List<RawRetention> keeping(Purpose purpose, Relaxation outcome) {
    RelaxationRecord attempt =
        OneAttempt.of(purpose, outcome)
            .withFiles(List.of(new RawFile("pw.in", ContentHash.of(""), 0, new byte[1])));
    return Arrays.stream(RawRetention.values())
        .filter(one -> one.applied(attempt).files().get(0).compressed() != null)
        .toList();
  }

  @Test
  void a_choice_keeps_what_it_says() {
    assertThat(keeping(Purpose.SCREEN, CONVERGED)).containsExactly(ALL);
    assertThat(keeping(Purpose.SCREEN, OneAttempt.KILLED)).containsExactly(ALL, FAILED);
    assertThat(keeping(Purpose.REFINE, CONVERGED)).containsExactly(ALL, REFINED);
    assertThat(keeping(Purpose.FINAL_ENERGY, OneAttempt.KILLED))
        .containsExactly(ALL, REFINED, FAILED);
  }

  @Test
  void what_is_not_kept_is_listed_with_its_hash() {
    RawFile file = new RawFile("pw.in", ContentHash.of("x"), 1, new byte[1]);
    RelaxationRecord attempt = OneAttempt.of(Purpose.SCREEN, CONVERGED).withFiles(List.of(file));

    assertThat(NONE.applied(attempt).files()).containsExactly(file.listedOnly());
  }
}
