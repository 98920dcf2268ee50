package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Neighbour;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class SoftMutationTest {

  private static final Structure QUARTZ = Silica.quartz();
  private static final UniformRandomProvider RANDOM = new RandomStreams(1).stream("test", 0, 0, 0);
  private static final int MODES = 3 * QUARTZ.size() - 3;

  private final SoftMutation operator = new SoftMutation(MinimumDistances.ofRatio(0.5));

  @Test
  void the_hessian_equals_finite_differences_of_the_spring_energy() {
    BondStiffness springs = new BondStiffness(QUARTZ);
    double[][] hessian = springs.hessian();
    int n = hessian.length;
    double step = 1e-3;
    for (int i = 0; i < n; i += 4) {
      for (int j = 0; j < n; j += 5) {
        double[] x = new double[n];
        double second = 0;
        for (int signs = 0; signs < 4; signs++) {
          int one = (signs & 1) == 0 ? 1 : -1;
          int other = (signs & 2) == 0 ? 1 : -1;
          x[i] += one * step;
          x[j] += other * step;
          second += one * other * energy(springs, x) / (4 * step * step);
          x[i] = 0;
          x[j] = 0;
        }
        assertThat(hessian[i][j]).isCloseTo(second, within(1e-5));
      }
    }
  }

  private static double energy(BondStiffness springs, double[] x) {
    double energy = 0;
    for (Neighbour spring : springs.springs()) {
      Vector3 r = spring.displacement().plus(at(x, spring.to())).minus(at(x, spring.from()));
      double stretch = r.length() - spring.distance();
      energy += 0.25 * springs.of(spring) * stretch * stretch;
    }
    return energy;
  }

  private static Vector3 at(double[] x, int site) {
    return new Vector3(x[3 * site], x[3 * site + 1], x[3 * site + 2]);
  }

  @Test
  void bonds_are_stiffer_than_contacts() {
    BondStiffness springs = new BondStiffness(QUARTZ);
    double bond = strongest(springs, 1.5, 1.7);
    double contact = strongest(springs, 2.4, 2.8);
    assertThat(bond).isGreaterThan(5 * contact);
  }

  private static double strongest(BondStiffness springs, double from, double to) {
    return springs.springs().stream()
        .filter(spring -> spring.distance() > from && spring.distance() < to)
        .mapToDouble(springs::of)
        .max()
        .orElseThrow();
  }

  @Test
  void modes_are_orthonormal_and_move_no_centre() {
    List<double[]> modes = SoftModes.of(QUARTZ).modes();
    assertThat(modes).hasSize(MODES);
    for (double[] mode : modes) {
      for (int axis = 0; axis < 3; axis++) {
        double sum = 0;
        for (int i = axis; i < mode.length; i += 3) {
          sum += mode[i];
        }
        assertThat(sum).isCloseTo(0, within(1e-8));
      }
      for (double[] other : modes) {
        double expected = other == mode ? 1 : 0;
        assertThat(dot(mode, other)).isCloseTo(expected, within(1e-9));
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @Test
  void quartz_is_displaced_by_its_softest_mode_between_the_bounds() {
    Offspring.Made made = (Offspring.Made) mutate(Set.of());
    double[] mode = SoftModes.of(QUARTZ).modes().get(mode(made));
    double amplitude = Double.parseDouble(made.draws().get("amplitude"));
    double largest = 0;
    for (int i = 0; i < QUARTZ.size(); i++) {
      Vector3 moved = made.structure().cartesian(i).minus(QUARTZ.cartesian(i));
      assertThat(moved.minus(at(mode, i).times(amplitude)).length()).isLessThan(1e-9);
      largest = Math.max(largest, moved.length());
    }
    assertThat(largest).isBetween(0.5, 2.0);
    assertThat(MinimumDistances.ofRatio(0.5).violation(made.structure())).isEmpty();
  }

  @Test
  void the_same_parent_is_displaced_along_another_mode_each_time_until_none_is_left() {
    Set<Integer> used = new TreeSet<>();
    while (mutate(used) instanceof Offspring.Made made) {
      assertThat(used.add(mode(made))).isTrue();
    }
    assertThat(used).hasSizeGreaterThan(MODES / 2);
    Set<Integer> all = IntStream.range(0, MODES).boxed().collect(Collectors.toSet());
    assertThat(((Offspring.Refused) mutate(all)).reason())
        .isEqualTo("softMutation: all 24 modes are used or blocked (24 used)");
  }

  private Offspring mutate(Set<Integer> used) {
    return operator.apply(new Ancestry(List.of(QUARTZ), 110, used), RANDOM);
  }

  private static int mode(Offspring.Made made) {
    return Integer.parseInt(made.draws().get(SoftMutation.MODE));
  }
}
