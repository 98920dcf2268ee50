package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.GulpCase;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

/** Cubic beta-cristobalite, where symmetry holds all forces at zero on top of a ridge. */
class SaddleEscapeTest {

  private static Relaxation.Converged cristobalite(boolean escapeSaddles) {
    Structure start =
        GulpMinimaTest.start(
            GulpCase.all().stream()
                .filter(c -> c.name().equals("cristobalite_beta_fd3m__slc"))
                .findFirst()
                .orElseThrow());
    RelaxationSettings settings =
        new RelaxationSettings(
            List.of("sio2-slc"), 0, 1e-3, 0.01, 1000, Duration.ofMinutes(1), escapeSaddles);
    return (Relaxation.Converged)
        new EmbeddedCalculator(PotentialLibrary.standard()).relax(start, settings);
  }

  @Test
  void the_cubic_structure_is_called_a_saddle() {
    Relaxation.Converged cubic = cristobalite(false);

    assertThat(cubic.minimum()).isEqualTo(StationaryPoint.SADDLE);
    assertThat(cubic.energy()).isCloseTo(-257.18336661, within(1e-5));
  }

  @Test
  void off_the_saddle_lies_the_tetragonal_minimum() {
    Relaxation.Converged tetragonal = cristobalite(true);

    assertThat(tetragonal.minimum()).isEqualTo(StationaryPoint.MINIMUM);
    assertThat(tetragonal.energy()).isCloseTo(-257.33119704, within(1e-5));
  }
}
