package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coesite.crystal.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteFingerprintTest {

  private static final JsonNode RECORDED =
      Crystals.resource("/similarity/site-fingerprints.json").get("crystals");

  private final Crystals crystals = Crystals.read();

  static Stream<String> recorded() {
    return RECORDED.propertyStream().map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void has_the_values_that_matminer_computed(String name) {
    JsonNode node = RECORDED.get(name);
    double[] values = SiteFingerprint.of(Crystals.structure(node)).values();

    assertThat(values).hasSize(244);
    for (int i = 0; i < values.length; i++) {
      double theirs = node.get("values").path(Integer.toString(i)).asDouble(0);
      assertThat(values[i]).as("value %d of %s", i, name).isCloseTo(theirs, within(1e-4));
    }
  }

  @Provide
  Arbitrary<Structure> structure() {
    return Arbitraries.oneOf(
        Arbitraries.of(crystals.all()).map(Crystals.Crystal::structure),
        Arbitraries.longs().map(RandomCrystals::seeded));
  }

  @Property(tries = 20)
  void rotation_shift_cell_and_repetition_leave_it_alone(
      @ForAll("structure") Structure structure, @ForAll long seed) {
    SiteFingerprint original = SiteFingerprint.of(structure);
    Disguise disguise = Disguise.seeded(seed);

    assertThat(distance(original, disguise.rotated(structure))).isLessThan(1e-6);
    assertThat(distance(original, disguise.shifted(structure))).isLessThan(1e-6);
    assertThat(distance(original, disguise.inAnotherCell(structure))).isLessThan(1e-6);
    assertThat(distance(original, disguise.repeated(structure))).isLessThan(1e-6);
  }

  @Property(tries = 20)
  void a_rattle_of_0_02_angstrom_changes_it_little(
      @ForAll("structure") Structure structure, @ForAll long seed) {
    Structure rattled = Disguise.seeded(seed).rattled(structure, 0.02);

    assertThat(distance(SiteFingerprint.of(structure), rattled)).isLessThan(0.05);
  }

  @Test
  void elements_play_no_part_diamond_equals_sphalerite() {
    SiteFingerprint diamond = recorded("diamond");
    SiteFingerprint sphalerite = recorded("sphalerite");

    assertThat(diamond.cosineDistance(sphalerite)).isLessThan(1e-12);
  }

  @Test
  void the_distance_of_a_fingerprint_to_itself_is_0() {
    SiteFingerprint quartz = SiteFingerprint.of(crystals.structure("quartz-alpha"));

    assertThat(quartz.cosineDistance(quartz)).isZero();
  }

  @Test
  void alpha_and_beta_quartz_differ_a_little_and_stishovite_from_both_a_lot() {
    SiteFingerprint alpha = SiteFingerprint.of(crystals.structure("quartz-alpha"));

    // matminer's vectors give 0.0310 and 0.9134.
    assertThat(distance(alpha, crystals.structure("quartz-beta"))).isCloseTo(0.0310, within(5e-5));
    assertThat(distance(alpha, crystals.structure("stishovite"))).isCloseTo(0.9134, within(5e-5));
  }

  private static SiteFingerprint recorded(String name) {
    return SiteFingerprint.of(Crystals.structure(RECORDED.get(name)));
  }

  private static double distance(SiteFingerprint original, Structure other) {
    return original.cosineDistance(SiteFingerprint.of(other));
  }
}
