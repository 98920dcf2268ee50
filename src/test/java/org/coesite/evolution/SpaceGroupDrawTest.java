package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.symmetry.LatticeSystem;
import org.junit.jupiter.api.Test;

class SpaceGroupDrawTest {

  private static final int DRAWS = 7000;

  @Test
  void cubic_groups_are_no_likelier_than_monoclinic_ones_though_there_are_more() {
    Map<LatticeSystem, Long> first = first(true);
    assertThat(first.get(LatticeSystem.CUBIC)).isBetween(1000L, 1250L);
    assertThat(first.get(LatticeSystem.MONOCLINIC)).isBetween(1000L, 1250L);
    // Trigonal ones are drawn for themselves.
    assertThat(first.get(LatticeSystem.HEXAGONAL)).isBetween(2000L, 2500L);
    assertThat(first.get(LatticeSystem.TRICLINIC)).isBetween(200L, 350L);
  }

  @Test
  void without_systems_each_group_is_as_likely() {
    assertThat(first(false).get(LatticeSystem.MONOCLINIC)).isBetween(320L, 480L);
  }

  @Test
  void a_system_is_kept_for_a_while_and_then_given_up() {
    SpaceGroupDraw draw = new SpaceGroupDraw(true, RandomSource.XO_RO_SHI_RO_128_PP.create(3));
    LatticeSystem[] systems =
        IntStream.range(0, 100)
            .mapToObj(i -> LatticeSystem.of(draw.next()))
            .toArray(LatticeSystem[]::new);
    for (int i = 0; i < 100; i++) {
      assertThat(systems[i]).isEqualTo(systems[i - i % 25]);
    }
    assertThat(new HashSet<>(Arrays.asList(systems))).hasSizeGreaterThan(1);
  }

  private static Map<LatticeSystem, Long> first(boolean bySystem) {
    return IntStream.range(0, DRAWS)
        .mapToObj(
            seed ->
                new SpaceGroupDraw(bySystem, RandomSource.XO_RO_SHI_RO_128_PP.create(seed)).next())
        .peek(group -> assertThat(group).isBetween(2, 230))
        .collect(Collectors.groupingBy(LatticeSystem::of, TreeMap::new, Collectors.counting()));
  }
}
