package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Structure;
import org.coesite.evolution.WyckoffAssignment.Orbit;
import org.coesite.symmetry.SymmetryFinder;
import org.coesite.symmetry.WyckoffPositions;
import org.junit.jupiter.api.Test;

class SymmetricRandomStructureTest {

  private static final EvolutionSettings SETTINGS = Silica.SETTINGS;
  private static final SymmetricRandomStructure SILICA = new SymmetricRandomStructure(true);
  private static final SymmetryFinder FINDER = SymmetryFinder.create();

  @Property(tries = 40)
  void a_symmetric_random_structure_has_at_least_the_operations_of_its_group(@ForAll long seed) {
    Offspring.Made made =
        (Offspring.Made)
            SILICA.draw(
                SETTINGS.composition(),
                StartConditions.of(SETTINGS),
                (group, orbits) -> false,
                random(seed));
    int number = Integer.parseInt(made.draws().get("spaceGroup"));
    WyckoffPositions group = WyckoffPositions.of(number);
    int drawn = group.operations().size() / group.centring().latticePoints();
    int found = FINDER.find(made.structure(), 1e-4).operations().size();
    assertThat(found).as("%s %s", group.spaceGroup(), made.draws()).isGreaterThanOrEqualTo(drawn);
    assertThat(found % drawn).isZero();
  }

  @Property(tries = 40)
  void it_holds_the_composition_at_the_volume_and_the_distances(@ForAll long seed) {
    Structure structure =
        ((Offspring.Made)
                SILICA.draw(
                    SETTINGS.composition(),
                    StartConditions.of(SETTINGS),
                    (group, orbits) -> false,
                    random(seed)))
            .structure();
    assertThat(structure.composition()).isEqualTo(SETTINGS.composition());
    assertThat(MinimumDistances.of(SETTINGS).violation(structure)).isEmpty();
    assertThat(SETTINGS.startCell().violation(structure.lattice(), 9)).isEmpty();
    assertThat(Math.abs(structure.volumePerAtom() - StartVolume.of(SETTINGS))).isLessThan(1e-9);
  }

  @Property(tries = 50)
  void wyckoff_positions_hold_the_content_and_fixed_ones_are_taken_once(@ForAll long seed) {
    Composition content = Composition.parse("Mg4Al8O16");
    WyckoffPositions group = WyckoffPositions.of(62);
    List<Orbit> orbits =
        WyckoffAssignment.draw(group.positions(), content, random(seed)).orElseThrow();
    for (Element element : content.counts().keySet()) {
      assertThat(
              orbits.stream()
                  .filter(orbit -> orbit.element() == element)
                  .mapToInt(orbit -> orbit.position().multiplicity())
                  .sum())
          .isEqualTo(content.count(element));
    }
    List<String> fixed =
        orbits.stream()
            .filter(orbit -> orbit.position().degreesOfFreedom() == 0)
            .map(orbit -> orbit.position().letter())
            .toList();
    assertThat(fixed).hasSameSizeAs(Set.copyOf(fixed));
  }

  @Test
  void a_group_whose_positions_are_all_too_many_has_no_assignment() {
    Optional<List<Orbit>> orbits =
        WyckoffAssignment.draw(
            WyckoffPositions.of(229).positions(), Composition.parse("Si2"), random(1));
    assertThat(orbits).isPresent();
    assertThat(
            WyckoffAssignment.draw(
                WyckoffPositions.of(229).positions(), Composition.parse("Si3O6"), random(1)))
        .isEmpty();
  }

  private static UniformRandomProvider random(long seed) {
    return new RandomStreams(seed).stream("test", 0, 0, 0);
  }
}
