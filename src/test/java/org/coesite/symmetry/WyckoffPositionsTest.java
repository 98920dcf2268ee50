package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class WyckoffPositionsTest {

  private static final Vector3 GENERAL = new Vector3(0.1234, 0.2917, 0.3761);
  private static final Vector3 OTHER = new Vector3(0.4321, 0.1173, 0.2139);
  private static final Vector3 THIRD = new Vector3(0.0711, 0.4417, 0.1283);

  @Test
  void quartz_has_two_special_positions_on_axes_and_the_general_one() {
    WyckoffPositions quartz = WyckoffPositions.of(154);

    assertThat(quartz.spaceGroup()).isEqualTo(new SpaceGroup(154, "P3_221"));
    assertThat(quartz.latticeSystem()).isEqualTo(LatticeSystem.HEXAGONAL);
    assertThat(quartz.centring()).isEqualTo(Centring.P);
    assertThat(quartz.positions())
        .extracting(WyckoffPosition::letter)
        .containsExactly("c", "b", "a");
    assertThat(quartz.positions())
        .extracting(WyckoffPosition::multiplicity)
        .containsExactly(6, 3, 3);
    assertThat(quartz.positions())
        .extracting(WyckoffPosition::degreesOfFreedom)
        .containsExactly(3, 1, 1);
    assertThat(quartz.positions().get(2).coordinates())
        .extracting(SymmetryOperation::triplet)
        .containsExactlyInAnyOrder("x,0,2/3", "0,x,1/3", "-x,-x,0");
  }

  @Test
  void every_orbit_of_all_space_groups_has_as_many_distinct_points_as_its_multiplicity() {
    groups()
        .forEach(
            group -> {
              for (WyckoffPosition position : group.positions()) {
                assertThat(position.orbit(GENERAL))
                    .as("%s %s", group.spaceGroup(), position.letter())
                    .hasSize(position.multiplicity());
                assertThat(shortestDistance(group, position))
                    .as("%s %s", group.spaceGroup(), position.letter())
                    .isGreaterThan(1e-3);
              }
            });
  }

  @Test
  void every_operation_of_all_space_groups_maps_every_orbit_onto_itself() {
    groups()
        .forEach(
            group -> {
              for (WyckoffPosition position : group.positions()) {
                List<Vector3> orbit = position.orbit(GENERAL);
                List<SymmetryOperation> astray =
                    group.operations().stream()
                        .filter(operation -> !contains(orbit, operation.apply(orbit.get(0))))
                        .toList();
                assertThat(astray).as("%s %s", group.spaceGroup(), position.letter()).isEmpty();
              }
            });
  }

  @Test
  void atoms_on_general_positions_have_the_space_group_that_was_asked_for() {
    SymmetryFinder finder = SymmetryFinder.create();
    IntStream.of(1, 2, 5, 15, 41, 62, 88, 122, 146, 154, 167, 186, 206)
        .parallel()
        .forEach(
            number -> {
              WyckoffPositions group = WyckoffPositions.of(number);
              Lattice lattice = group.latticeSystem().lattice(7.1, 8.3, 9.7, 82, 97, 104);
              List<Site> sites = new ArrayList<>();
              WyckoffPosition general = group.positions().get(0);
              // One orbit alone may have more symmetry than its group, three do not.
              general.orbit(GENERAL).forEach(f -> sites.add(new Site(Element.SI, f)));
              general.orbit(OTHER).forEach(f -> sites.add(new Site(Element.O, f)));
              general.orbit(THIRD).forEach(f -> sites.add(new Site(Element.AL, f)));
              Structure conventional = new Structure(lattice, sites);
              Structure primitive = group.centring().primitive(conventional);

              assertThat(primitive.size() * group.centring().latticePoints())
                  .isEqualTo(conventional.size());
              assertThat(finder.find(primitive, 1e-4).spaceGroup()).isEqualTo(group.spaceGroup());
            });
  }

  @Test
  void a_structure_without_the_centring_has_no_primitive_cell_by_it() {
    Structure two =
        new Structure(
            Lattice.fromParameters(4, 4, 4, 90, 90, 90),
            List.of(
                new Site(Element.SI, Vector3.ZERO),
                new Site(Element.SI, new Vector3(0.4, 0.5, 0.5))));

    assertThatThrownBy(() -> Centring.I.primitive(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("I centring");
  }

  @Test
  void a_space_group_number_outside_the_tables_is_refused() {
    assertThatThrownBy(() -> WyckoffPositions.of(231))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("231")
        .hasMessageContaining("230");
  }

  private static List<WyckoffPositions> groups() {
    return IntStream.rangeClosed(1, 230).mapToObj(WyckoffPositions::of).toList();
  }

  private static double shortestDistance(WyckoffPositions group, WyckoffPosition position) {
    Lattice lattice = group.latticeSystem().lattice(7.1, 8.3, 9.7, 82, 97, 104);
    return PeriodicDistances.of(
            new Structure(
                lattice,
                position.orbit(GENERAL).stream().map(f -> new Site(Element.SI, f)).toList()))
        .shortest();
  }

  private static boolean contains(List<Vector3> orbit, Vector3 image) {
    return orbit.stream().anyMatch(point -> modulusOne(point.minus(image)) < 1e-9);
  }

  private static double modulusOne(Vector3 v) {
    return new Vector3(v.x() - Math.rint(v.x()), v.y() - Math.rint(v.y()), v.z() - Math.rint(v.z()))
        .length();
  }
}
