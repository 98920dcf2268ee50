package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;

class OperatorsTest {

  private static final EvolutionSettings SETTINGS = Silica.SETTINGS;
  private static final MinimumDistances DISTANCES = MinimumDistances.of(SETTINGS);
  private static final double VOLUME = 110;

  @Property(tries = 30)
  void random_structures_keep_composition_volume_distances_and_bounds(@ForAll long seed) {
    Structure structure = drawn(random(seed));
    assertThat(structure.composition()).isEqualTo(SETTINGS.composition());
    assertThat(structure.volumePerAtom()).isCloseTo(StartVolume.of(SETTINGS), within());
    assertThat(DISTANCES.violation(structure)).isEmpty();
    assertThat(SETTINGS.startCell().violation(structure.lattice(), 9)).isEmpty();
  }

  @Property(tries = 30)
  void children_keep_composition_distances_bounds_and_the_scaling_volume(@ForAll long seed) {
    UniformRandomProvider random = random(seed);
    Structure first = drawn(random);
    Structure second = drawn(random);
    Operator splice = new CutAndSplice(SETTINGS.startCell(), DISTANCES);
    Operator strain = new Strain(SETTINGS.startCell(), DISTANCES);
    check(splice.apply(new Ancestry(List.of(first, second), VOLUME, Set.of()), random));
    check(strain.apply(new Ancestry(List.of(first), VOLUME, Set.of()), random));
  }

  private static Structure drawn(UniformRandomProvider random) {
    return new RandomStructure(SETTINGS)
        .draw(SETTINGS.composition(), StartConditions.of(SETTINGS), random)
        .structure();
  }

  private static void check(Offspring offspring) {
    if (offspring instanceof Offspring.Made made) {
      assertThat(made.structure().composition()).isEqualTo(SETTINGS.composition());
      assertThat(made.structure().lattice().volume()).isCloseTo(VOLUME, within());
      assertThat(DISTANCES.violation(made.structure())).isEmpty();
      assertThat(SETTINGS.startCell().violation(made.structure().lattice(), 9)).isEmpty();
    } else {
      assertThat(((Offspring.Refused) offspring).reason()).contains("tries");
    }
  }

  @Property(tries = 20)
  void a_parent_can_be_spliced_with_itself(@ForAll long seed) {
    Structure quartz = Silica.quartz();
    Offspring child =
        new CutAndSplice(SETTINGS.startCell(), MinimumDistances.ofRatio(0.4))
            .apply(new Ancestry(List.of(quartz, quartz), VOLUME, Set.of()), random(seed));
    assertThat(child).isInstanceOf(Offspring.Made.class);
  }

  @Property(tries = 20)
  void a_permutation_keeps_the_positions(@ForAll long seed) {
    Structure quartz = Silica.quartz();
    Offspring child =
        new Permutation(MinimumDistances.ofRatio(0.5))
            .apply(new Ancestry(List.of(quartz), VOLUME, Set.of()), random(seed));
    Structure structure = ((Offspring.Made) child).structure();
    assertThat(structure.sites().stream().map(Site::fractional))
        .containsExactlyInAnyOrderElementsOf(
            quartz.sites().stream().map(Site::fractional).toList());
    assertThat(structure.composition()).isEqualTo(quartz.composition());
    assertThat(structure).isNotEqualTo(quartz);
  }

  static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  static UniformRandomProvider random(long seed) {
    return new RandomStreams(seed).stream("test", 0, 0, 0);
  }
}
