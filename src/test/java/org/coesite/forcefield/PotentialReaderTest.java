package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialReaderTest {

  private static final String GOOD =
      """
      name: test
      description: a potential for tests
      citation: nobody
      ions:
        Si: {core: 4.0}
        O: {core: 0.8, shell: -2.8, spring: 70.0}
      buckingham:
        - {between: [Si core, O shell], a: 1000.0, rho: 0.3, c: 10.0, cutoff: 12.0}
      lennardJones:
        - {between: [O shell, O shell], m: 12, n: 6, a: 1.0, b: 0.0, cutoff: 12.0}
      threeBody:
        - {centre: Si core, ends: [O shell, O shell], k: 2.0, angle: 109.47, reach: [1.9, 1.9], span: 3.5}
      dispersion: truncated
      firstStages: [other]
      """;

  private final PotentialReader reader = new PotentialReader();

  @Test
  void a_file_becomes_a_potential() {
    Potential potential = reader.read(GOOD, "test.yaml");
    assertThat(potential.name()).isEqualTo("test");
    assertThat(potential.elements()).containsExactly(Element.O, Element.SI);
    assertThat(potential.chargeOf(Element.O)).isCloseTo(-2.0, within(1e-12));
    assertThat(potential.ion(Element.O).shell()).contains(new Ion.Shell(-2.8, 70.0));
    assertThat(potential.pairTerms()).hasSize(2);
    assertThat(potential.threeBody()).hasSize(1);
    assertThat(potential.dispersionSum()).isEqualTo(DispersionSum.TRUNCATED);
    assertThat(potential.firstStages()).containsExactly("other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "  O: {core: 0.8      |  Si: {core: 0.8       | line 6 | Duplicate field 'Si'",
        "rho: 0.3             | rho: 0.3, width: 1.0  | line 8: buckingham[0].width | Unrecognized field",
        "citation: nobody     | name: again           | line 3 | Duplicate field 'name'",
        "dispersion: truncated| firstStages: [x]      | line 14 | Duplicate field 'firstStages'",
        "rho: 0.3, c          | c                     | buckingham[0] | 'rho'",
        "rho: 0.3             | rho: wide             | buckingham[0].rho | wide",
        "rho: 0.3             | rho: -0.3             | buckingham[0] | rho = -0.3 is not",
        "Si: {core            | Sj: {core             | ions.Sj | 'Sj' is no element",
        ", spring: 70.0       | \"\"                    | ions.O | belong together",
        "O shell], a          | Al core], a           | test.yaml | Al core, but it has no charge",
        "[Si core, O shell]   | [Si shell, O shell]   | test.yaml | Si is a rigid ion",
        "[Si core, O shell]   | [Si core]             | buckingham[0] | 1 particles, not 2",
        "[Si core, O shell]   | [Si nucleus, O shell] | buckingham[0] | 'Si nucleus' ends neither",
        "m: 12, n: 6          | m: 6, n: 12           | lennardJones[0] | m = 6, n = 12",
        "reach: [1.9, 1.9]    | reach: [1.9]          | threeBody[0] | 1 numbers, not 2",
        "reach: [1.9, 1.9]    | reach: [1.9, 1.8]     | threeBody[0] | one reach",
        "angle: 109.47        | angle: 209.47         | threeBody[0] | 209.47 is outside",
        "dispersion: truncated| dispersion: none      | dispersion | 'none' is neither",
        "[Si core, O shell]   | [null, O shell]       | buckingham[0] | between: has no value",
        "Si: {core: 4.0}      | Si: null              | ions.Si | has no value",
        "name: test           | name: null            | name | has no value",
        "firstStages: [other] | firstStages: [null]   | firstStages | has no value",
        "a: 1000.0            | a: NaN                | buckingham[0] | a = NaN is not finite",
        "reach: [1.9, 1.9]    | reach: [null, 1.9]    | threeBody[0] | reach: has no value",
        "between: [O shell    | between: [Si core     | test.yaml | \"\"",
      })
  void a_fault_is_named_with_its_place(String from, String to, String place, String fault) {
    assertThat(GOOD).contains(from.stripTrailing());
    String text = GOOD.replace(from.stripTrailing(), to.stripTrailing());
    if (fault.isEmpty()) {
      text = text.replace("b: 0.0, cutoff: 12.0", "b: 0.0, cutoff: 11.0");
      fault = "end at 12.0 and at 11.0 Å";
    }
    String faulty = text;
    assertThatThrownBy(() -> reader.read(faulty, "test.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.yaml")
        .hasMessageContaining(place)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "---", "[[[[", "name: *a"})
  void what_is_no_potential_is_refused(String text) {
    assertThatThrownBy(() -> reader.read(text, "test.yaml"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test.yaml");
  }
}
