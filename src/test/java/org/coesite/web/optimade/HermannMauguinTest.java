package org.coesite.web.optimade;

import static org.assertj.core.api.Assertions.assertThat;

import org.coesite.symmetry.SpaceGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HermannMauguinTest {

  @ParameterizedTest
  @CsvSource({
    "P1, P 1",
    "P-1, P -1",
    "P2_1/c, P 21/c",
    "P2_12_12_1, P 21 21 21",
    "P4_12_12, P 41 21 2",
    "P4_2/mnm, P 42/m n m",
    "I4_1/amd, I 41/a m d",
    "P-42_1m, P -4 21 m",
    "P3_221, P 32 2 1",
    "P-31m, P -3 1 m",
    "R-3c, R -3 c",
    "P6_3/mmc, P 63/m m c",
    "Fd-3m, F d -3 m",
    "Cmce, C m c e"
  })
  void directions_are_set_apart(String symbol, String spaced) {
    assertThat(HermannMauguin.spaced(new SpaceGroup(1, symbol))).isEqualTo(spaced);
  }
}
