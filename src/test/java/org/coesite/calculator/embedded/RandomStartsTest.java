package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

/**
 * Random cells of 9, 12 and 18 atoms, relaxed in two stages.
 *
 * <p>{@code -Dcoesite.randomStarts=200} relaxes that many; GULP converged 15 of 20.
 */
class RandomStartsTest {

  private static final int[] FORMULA_UNITS = {3, 4, 6};

  private final EmbeddedCalculator calculator = new EmbeddedCalculator(PotentialLibrary.standard());

  private Relaxation relax(int formulaUnits, long seed) {
    Structure start =
        RandomStarts.silica(formulaUnits, RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
    return calculator.relax(
        start,
        new RelaxationSettings(
            List.of("sio2-bks-rep-c6", "sio2-slc"),
            0,
            0.005,
            0.05,
            1000,
            Duration.ofMinutes(1),
            true));
  }

  @Test
  void at_least_97_percent_of_random_starts_converge() {
    int starts = Integer.getInteger("coesite.randomStarts", 40);
    List<String> failures = new ArrayList<>();
    for (int seed = 0; seed < starts; seed++) {
      Relaxation relaxation = relax(FORMULA_UNITS[seed % FORMULA_UNITS.length], seed);
      if (relaxation instanceof Relaxation.NotConverged stopped) {
        failures.add(seed + ": " + stopped.reason());
      } else if (relaxation instanceof Relaxation.Failed failed) {
        failures.add(seed + ": " + failed.message());
      }
    }

    assertThat(failures).hasSizeLessThanOrEqualTo((int) (0.03 * starts));
  }

  @Test
  void a_random_cell_of_48_atoms_converges() {
    assertThat(relax(16, 1)).isInstanceOf(Relaxation.Converged.class);
  }
}
