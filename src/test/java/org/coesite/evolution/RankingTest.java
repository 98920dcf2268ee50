package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coesite.evolution.Histories.kept;
import static org.coesite.evolution.Histories.population;

import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final Structure QUARTZ = Silica.quartz();

  private final Evolution evolution = new Evolution(Silica.SETTINGS, 1, SymmetryFinder.create());

  @Test
  void a_structure_is_kept_once_and_then_a_duplicate_even_in_another_origin() {
    Structure shifted = QUARTZ.shifted(new Vector3(0.3, 0.1, 0.7));
    List<Individual> ranked = rank(converged(QUARTZ, -386.10), converged(shifted, -386.1009));
    assertThat(ranked.get(0).verdict()).isEqualTo(new Verdict.Kept());
    Verdict.Duplicate duplicate = (Verdict.Duplicate) ranked.get(1).verdict();
    assertThat(duplicate.of()).isEqualTo("g000s00");
    assertThat(duplicate.distance()).isLessThan(1e-9);
    assertThat(duplicate.energyDifference()).isCloseTo(-0.0001, within(1e-9));
  }

  @Test
  void a_structure_known_from_an_earlier_generation_is_a_duplicate() {
    RelaxedCandidate again = candidate(1, converged(QUARTZ, -42.9 * 9));
    Individual ranked = evolution.rank(population(kept(0, 0, -42.9)), List.of(again)).get(0);
    Verdict.Duplicate duplicate = (Verdict.Duplicate) ranked.verdict();
    assertThat(duplicate.of()).isEqualTo("g000s00");
    assertThat(duplicate.distance()).isLessThan(1e-9);
  }

  @Test
  void a_higher_duplicate_takes_the_space_group_of_its_phase_and_a_lower_one_has_its_own() {
    assertThat(groupOfMirrorImage(-42.8999 * 9).number()).isEqualTo(154);
    assertThat(groupOfMirrorImage(-42.9001 * 9).number()).isEqualTo(152);
  }

  private SpaceGroup groupOfMirrorImage(double energy) {
    Structure mirrored =
        new Structure(
            QUARTZ.lattice(),
            QUARTZ.sites().stream()
                .map(
                    site -> {
                      Vector3 f = site.fractional();
                      return new Site(site.element(), new Vector3(f.x(), f.y(), -f.z()));
                    })
                .toList());
    RelaxedCandidate again = candidate(1, converged(mirrored, energy));
    Individual ranked = evolution.rank(population(kept(0, 0, -42.9)), List.of(again)).get(0);
    assertThat(ranked.verdict()).isInstanceOf(Verdict.Duplicate.class);
    return ranked.relaxed().orElseThrow().spaceGroup();
  }

  @Test
  void the_same_structure_with_another_energy_is_kept() {
    List<Individual> ranked = rank(converged(QUARTZ, -386.1), converged(QUARTZ, -386.1 + 0.2));
    assertThat(ranked).extracting(Individual::verdict).containsOnly(new Verdict.Kept());
  }

  @Test
  void a_cell_out_of_bounds_is_discarded_with_number_and_limit() {
    Structure huge = QUARTZ.with(QUARTZ.lattice().scaledTo(9 * 36.0));
    Individual ranked = rank(converged(huge, -386)).get(0);
    assertThat(ranked.verdict())
        .isEqualTo(new Verdict.Discarded("volume 36.000 Å³/atom is above 34.167 Å³/atom"));
    assertThat(ranked.relaxed()).isPresent();
  }

  @Test
  void a_flat_cell_is_judged_by_its_reduced_form() {
    int[][] skew = {{1, 0, 0}, {4, 1, 0}, {0, 0, 1}};
    Structure skewed =
        new Structure(
            QUARTZ.lattice().transformed(skew),
            QUARTZ.sites().stream()
                .map(
                    site ->
                        new Site(
                            site.element(),
                            QUARTZ
                                .lattice()
                                .transformed(skew)
                                .toFractional(QUARTZ.lattice().toCartesian(site.fractional()))))
                .toList());
    Individual ranked = rank(converged(skewed, -386)).get(0);
    assertThat(ranked.verdict()).isEqualTo(new Verdict.Kept());
    assertThat(ranked.relaxed().orElseThrow().structure().lattice().lengths())
        .usingComparatorWithPrecision(1e-6)
        .containsExactly(4.8353, 4.8353, 5.3459);
  }

  @Test
  void merged_atoms_are_discarded() {
    Structure merged = QUARTZ.with(QUARTZ.lattice().scaledTo(3));
    assertThat(((Verdict.Discarded) rank(converged(merged, -386)).get(0).verdict()).reason())
        .matches("distance 0\\.4\\d\\d Å between atoms is below 0\\.5 Å");
  }

  @Test
  void a_saddle_is_no_phase() {
    Relaxation saddle =
        new Relaxation.Converged(QUARTZ, -386, -386, 0, 0, StationaryPoint.SADDLE, List.of());
    assertThat(rank(saddle).get(0).verdict())
        .isEqualTo(new Verdict.Discarded("a saddle point: the lowest mode is negative"));
  }

  @Test
  void failures_keep_their_reasons() {
    List<Individual> ranked =
        rank(
            new Relaxation.Failed(FailureReason.COLLAPSED, "volume 3 Å³ below 20 Å³", List.of()),
            new Relaxation.NotConverged(
                FailureReason.STEPS_SPENT,
                "500 steps, limit 500",
                QUARTZ,
                -386,
                0.2,
                1,
                List.of()));
    assertThat(ranked)
        .extracting(Individual::verdict)
        .containsExactly(
            new Verdict.Failed("COLLAPSED: volume 3 Å³ below 20 Å³"),
            new Verdict.Failed("not converged: 500 steps, limit 500"));
    assertThat(ranked).allMatch(individual -> individual.relaxed().isEmpty());
  }

  private List<Individual> rank(Relaxation... relaxations) {
    List<RelaxedCandidate> generation =
        java.util.stream.IntStream.range(0, relaxations.length)
            .mapToObj(
                i ->
                    new RelaxedCandidate(
                        new Candidate(0, i, Histories.random(), QUARTZ), relaxations[i]))
            .toList();
    return evolution.rank(population(), generation);
  }

  private static RelaxedCandidate candidate(int generation, Relaxation relaxation) {
    return new RelaxedCandidate(
        new Candidate(generation, 0, Histories.random(), QUARTZ), relaxation);
  }

  private static Relaxation converged(Structure structure, double energy) {
    return new Relaxation.Converged(
        structure, energy, energy, 1e-4, 0, StationaryPoint.MINIMUM, List.of());
  }
}
