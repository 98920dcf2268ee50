package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.coesite.crystal.Composition;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

/** Random structures in cells so dense that the usual distances leave hardly any room. */
class DenseStartTest {

  private static final double RUTILE_VOLUME_PER_ATOM = 10.1;

  @Test
  void distances_shrink_where_a_dense_cell_cannot_be_filled_whatever_else_is_left_out() {
    EvolutionSettings dense = dense(new Heuristics(false, false, true, true, true, true, true));
    List<Candidate> candidates =
        new Evolution(dense, 1, SymmetryFinder.create())
            .generate(0, List.of(), Population.of(dense, List.of()));
    assertThat(candidates).hasSize(20);
    assertThat(candidates)
        .allSatisfy(
            candidate -> {
              double scale =
                  Double.parseDouble(candidate.origin().draws().getOrDefault("distanceScale", "1"));
              assertThat(scale).isBetween(0.7, 1.0);
              assertThat(
                      MinimumDistances.of(dense)
                          .scaled(scale - 1e-6)
                          .violation(candidate.structure()))
                  .isEmpty();
            });
    assertThat(candidates)
        .anySatisfy(
            candidate -> assertThat(candidate.origin().draws()).containsKey("distanceScale"));
  }

  private static EvolutionSettings dense(Heuristics heuristics) {
    EvolutionSettings usual = EvolutionSettings.defaults(Composition.parse("Ti8O16"));
    return GrouplessSettings.of(
        usual, OptionalDouble.of(RUTILE_VOLUME_PER_ATOM), usual.startCell(), heuristics);
  }
}
