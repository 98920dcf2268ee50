package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.SymmetryFinder;

class OperatorsTest {

  private static final EvolutionSettings SETTINGS = Silica.SETTINGS;
  private static final MinimumDistances DISTANCES = MinimumDistances.of(SETTINGS);
  private static final double VOLUME = 110;
  private static final SymmetryFinder FINDER = SymmetryFinder.create();

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
    Operator splice = new CutAndSplice(SETTINGS.startCell(), DISTANCES, 0);
    Operator strain = new Strain(SETTINGS.startCell(), DISTANCES, 0);
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
        new CutAndSplice(SETTINGS.startCell(), MinimumDistances.ofRatio(0.4), 0)
            .apply(new Ancestry(List.of(quartz, quartz), VOLUME, Set.of()), random(seed));
    assertThat(child).isInstanceOf(Offspring.Made.class);
  }

  @Property(tries = 20)
  void a_bold_strain_is_no_small_one(@ForAll long seed) {
    Offspring child =
        new Strain(SETTINGS.startCell(), MinimumDistances.ofRatio(0.4), 0.25)
            .apply(new Ancestry(List.of(Silica.quartz()), VOLUME, Set.of()), random(seed));
    String[] words = ((Offspring.Made) child).draws().get("strain").split(" ");
    double[] strain = Stream.of(words).mapToDouble(Double::parseDouble).toArray();
    double dilation = (strain[0] + strain[1] + strain[2]) / 3;
    assertThat(
            IntStream.range(0, 6)
                .mapToDouble(i -> Math.abs(i < 3 ? strain[i] - dilation : strain[i]))
                .max()
                .orElse(0))
        .isGreaterThanOrEqualTo(0.25 - 1e-6);
  }

  @Property(tries = 20)
  void both_parents_give_their_share_of_a_bold_child(@ForAll long seed) {
    Structure quartz = Silica.quartz();
    Structure large = quartz.with(quartz.lattice().scaledTo(VOLUME));
    Structure mirrored = new Structure(large.lattice(), mirrored(large));
    Offspring child =
        new CutAndSplice(SETTINGS.startCell(), MinimumDistances.ofRatio(0.3), 0.4)
            .apply(new Ancestry(List.of(large, mirrored), VOLUME, Set.of()), random(seed));
    Offspring.Made made = (Offspring.Made) child;
    assertThat(made.structure().composition()).isEqualTo(quartz.composition());
    // Anywhere between 0 and 1 if either parent might give all.
    assertThat(Double.parseDouble(made.draws().get("cut"))).isBetween(0.2, 0.8);
  }

  private static List<Site> mirrored(Structure structure) {
    return structure.sites().stream()
        .map(site -> new Site(site.element(), site.fractional().times(-1)))
        .toList();
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
