package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.coesite.search.SearchProgress;
import org.coesite.search.SearchState;
import org.coesite.symmetry.SpaceGroup;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final String BEST = "best -58.6000 eV per formula unit, Cmcm (63)";

  private final StringWriter err = new StringWriter();
  private final ProgressLines lines = new ProgressLines(new PrintWriter(err), "silica");

  @Test
  void each_generation_and_each_refined_structure_has_a_line() {
    lines.show(progress(1, 10, 0, 0));
    lines.show(progress(1, 12, 0, 0));
    lines.show(progress(2, 20, 0, 0));
    lines.show(progress(2, 20, 0, 3));
    lines.show(progress(2, 20, 1, 3));
    lines.show(progress(2, 20, 1, 3));

    assertThat(err.toString().lines())
        .containsExactly(
            "silica: generations begun: 1, relaxations: 10 of at most 50, " + BEST,
            "silica: generations begun: 2, relaxations: 20 of at most 50, " + BEST,
            "silica: generations begun: 2, relaxations: 20 of at most 50, "
                + BEST
                + ", refined 0 of 3",
            "silica: generations begun: 2, relaxations: 20 of at most 50, "
                + BEST
                + ", refined 1 of 3");
  }

  private static SearchProgress progress(int generation, int done, int refined, int toRefine) {
    return new SearchProgress(
        SearchState.RUNNING,
        null,
        generation,
        done,
        50,
        -58.6,
        new SpaceGroup(63, "Cmcm"),
        refined,
        toRefine);
  }
}
