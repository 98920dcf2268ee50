package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coesite.evolution.Evolution;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.FormulaUnits;
import org.coesite.evolution.Heuristics;
import org.coesite.evolution.Population;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

/** Settings that were kept before keys were there mean what they meant then. */
class EarlierSettingsTest {

  /** As a search of Si3O6 wrote it before there was a choice of sizes and heuristics. */
  private static final EvolutionSettings KEPT =
      Json.read(
          """
          {"composition":"Si3O6","startVolumePerAtom":"",
           "minimumDistances":{"O-O":1.98,"Si-O":1.42,"Si-Si":1.89},"minimumDistanceRatio":0.7,
           "symmetricShare":0.7,
           "startCell":{"minimumLength":2.0,"maximumLength":20.0,"minimumAngle":35.0,
             "maximumAngle":145.0,"minimumVolumePerAtom":0.0,"maximumVolumePerAtom":1000.0},
           "relaxedCell":{"minimumLength":1.5,"maximumLength":40.0,"minimumAngle":20.0,
             "maximumAngle":160.0,"minimumVolumePerAtom":5.6,"maximumVolumePerAtom":35.0},
           "size":20,"carriedOver":0.2,"mutants":0.4,
           "operators":{"CUT_AND_SPLICE":0.4,"STRAIN":0.3,"SOFT_MUTATION":0.3,"PERMUTATION":0.0},
           "duplicateEnergy":0.01,"duplicateDistance":0.008}
          """,
          EvolutionSettings.class);

  @Test
  void cells_have_one_size_and_no_heuristic_is_on() {
    assertThat(KEPT.formulaUnits()).isEqualTo(FormulaUnits.ONE);
    assertThat(KEPT.heuristics()).isEqualTo(Heuristics.NONE);
  }

  @Test
  void random_cells_without_a_group_have_the_volume_that_was_guessed_then() {
    Evolution evolution = new Evolution(KEPT, 1, SymmetryFinder.create());
    assertThat(evolution.generate(0, List.of(), Population.of(KEPT, List.of())))
        .hasSize(20)
        .allSatisfy(
            candidate ->
                // 21 Å³ for each oxygen atom.
                assertThat(candidate.structure().volumePerAtom()).isBetween(13.9999, 14.0001));
  }
}
