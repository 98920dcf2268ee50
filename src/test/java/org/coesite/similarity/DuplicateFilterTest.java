package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coesite.crystal.Structure;
import org.coesite.similarity.Crystals.Crystal;
import org.coesite.similarity.DuplicateFilter.Known;
import org.coesite.similarity.DuplicateFilter.Match;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {

  private final Crystals crystals = Crystals.read();
  private final List<Known> known =
      crystals.all().stream().map(DuplicateFilterTest::known).toList();
  private final DuplicateFilter filter =
      new DuplicateFilter(DuplicateFilter.DEFAULT_ENERGY, DuplicateFilter.DEFAULT_DISTANCE);

  @Provide
  Arbitrary<Crystal> crystal() {
    return Arbitraries.of(crystals.all());
  }

  @Property(tries = 20)
  void finds_a_crystal_again_after_rotation(@ForAll("crystal") Crystal crystal, @ForAll long seed) {
    assertFound(crystal, Disguise.seeded(seed).rotated(crystal.structure()));
  }

  @Property(tries = 20)
  void finds_a_crystal_again_after_a_shift_of_origin(
      @ForAll("crystal") Crystal crystal, @ForAll long seed) {
    assertFound(crystal, Disguise.seeded(seed).shifted(crystal.structure()));
  }

  @Property(tries = 20)
  void finds_a_crystal_again_in_another_cell(
      @ForAll("crystal") Crystal crystal, @ForAll long seed) {
    assertFound(crystal, Disguise.seeded(seed).inAnotherCell(crystal.structure()));
  }

  @Property(tries = 15)
  void finds_a_crystal_again_in_a_supercell(@ForAll("crystal") Crystal crystal, @ForAll long seed) {
    assertFound(crystal, Disguise.seeded(seed).repeated(crystal.structure()));
  }

  @Property(tries = 30)
  void finds_a_crystal_again_after_a_rattle_of_0_02_angstrom(
      @ForAll("crystal") Crystal crystal, @ForAll long seed) {
    assertFound(crystal, Disguise.seeded(seed).rattled(crystal.structure(), 0.02));
  }

  @Property(tries = 15)
  void finds_a_crystal_again_after_all_of_these_together(
      @ForAll("crystal") Crystal crystal, @ForAll long seed) {
    Disguise disguise = Disguise.seeded(seed);
    Structure repeated = disguise.repeated(disguise.shifted(crystal.structure()));
    Structure changed = disguise.inAnotherCell(disguise.rotated(repeated));
    assertFound(crystal, disguise.rattled(changed, 0.02));
  }

  @Property(tries = 15)
  void finds_a_random_structure_again_among_others(@ForAll long seed) {
    Structure structure = RandomCrystals.seeded(seed);
    Disguise disguise = Disguise.seeded(seed);
    List<Known> others =
        List.of(
            new Known("other", Fingerprint.of(RandomCrystals.seeded(seed + 1)), -40),
            new Known("same", Fingerprint.of(structure), -40));
    Structure changed = disguise.rattled(disguise.inAnotherCell(disguise.rotated(structure)), 0.02);

    assertThat(filter.match(Fingerprint.of(changed), -40, others))
        .hasValueSatisfying(match -> assertThat(match.id()).isEqualTo("same"));
  }

  private void assertFound(Crystal crystal, Structure disguised) {
    assertThat(filter.match(Fingerprint.of(disguised), crystal.energyPerAtom(), known))
        .hasValueSatisfying(
            match -> {
              assertThat(match.id()).isEqualTo(crystal.name());
              assertThat(match.energyDifference()).isZero();
            });
  }

  @Property(tries = 20)
  void keeps_rattled_alpha_and_beta_quartz_apart_even_at_equal_energy(@ForAll long seed) {
    Disguise disguise = Disguise.seeded(seed);
    Crystal alpha = crystals.named("quartz-alpha");
    Structure beta = disguise.rattled(crystals.structure("quartz-beta"), 0.02);

    assertThat(filter.match(Fingerprint.of(beta), alpha.energyPerAtom(), List.of(known(alpha))))
        .isEmpty();
  }

  @Test
  void keeps_all_polymorphs_apart_by_the_fingerprint_alone() {
    DuplicateFilter blindToEnergy = new DuplicateFilter(100, DuplicateFilter.DEFAULT_DISTANCE);
    for (Known one : known) {
      List<Known> others = known.stream().filter(k -> k != one).toList();
      assertThat(blindToEnergy.match(one.fingerprint(), one.energyPerAtom(), others))
          .as(one.id())
          .isEmpty();
    }
  }

  @Test
  void an_equal_fingerprint_at_another_energy_is_no_duplicate() {
    Known quartz = known(crystals.named("quartz-alpha"));
    double above = quartz.energyPerAtom() + 1.01 * DuplicateFilter.DEFAULT_ENERGY;

    assertThat(filter.match(quartz.fingerprint(), above, List.of(quartz))).isEmpty();
  }

  @Test
  void the_nearest_of_several_matches_wins_and_tells_both_differences() {
    Crystal quartz = crystals.named("quartz-alpha");
    Structure rattled = Disguise.seeded(1).rattled(quartz.structure(), 0.02);
    Known far = new Known("rattled", Fingerprint.of(rattled), quartz.energyPerAtom());
    Known near = known(quartz);
    double energy = quartz.energyPerAtom() + 0.001;

    Match match = filter.match(near.fingerprint(), energy, List.of(far, near)).orElseThrow();

    assertThat(match.id()).isEqualTo("quartz-alpha");
    assertThat(match.distance()).isZero();
    assertThat(match.energyDifference()).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void limits_outside_their_range_are_refused() {
    assertThatThrownBy(() -> new DuplicateFilter(-0.1, 0.01))
        .hasMessage("duplicate energy -0.100000 eV per atom is below 0");
    assertThatThrownBy(() -> new DuplicateFilter(0.01, 1.5))
        .hasMessage("duplicate distance 1.50000 is outside 0 to 1");
  }

  private static Known known(Crystal crystal) {
    return new Known(crystal.name(), Fingerprint.of(crystal.structure()), crystal.energyPerAtom());
  }
}
