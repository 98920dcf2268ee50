package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.coesite.crystal.Structure;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Crystals crystals = Crystals.read();
  private final SymmetryFinder symmetry = SymmetryFinder.create();

  @Test
  void a_rotated_supercell_is_the_same_structure_in_both_measures() {
    Structure quartz = crystals.structure("quartz-alpha");
    Disguise disguise = Disguise.seeded(3);
    Structure disguised = disguise.shifted(disguise.rotated(quartz.repeated(2, 1, 1)));

    Comparison comparison = Comparison.of(quartz, disguised, symmetry);

    assertThat(comparison.oganovValle()).isLessThan(1e-9);
    assertThat(comparison.siteFingerprint()).isLessThan(1e-9);
    assertThat(comparison.first()).isEqualTo(comparison.second());
    assertThat(comparison.first().number()).isEqualTo(154);
  }

  @Test
  void alpha_and_beta_quartz_differ_in_both_measures_and_in_space_group() {
    Comparison comparison =
        Comparison.of(
            crystals.structure("quartz-alpha"), crystals.structure("quartz-beta"), symmetry);

    assertThat(comparison.oganovValle()).isBetween(0.05, 0.08);
    assertThat(comparison.siteFingerprint()).isBetween(0.03, 0.032);
    assertThat(comparison.first().number()).isEqualTo(154);
    assertThat(comparison.second().number()).isIn(180, 181);
  }
}
