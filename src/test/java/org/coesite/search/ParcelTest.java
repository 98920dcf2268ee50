package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;

class ParcelTest {

  private static final Structure QUARTER =
      new Structure(
          new Lattice(new Vector3(3, 0, 0), new Vector3(0.1, 1.0 / 3, 0), new Vector3(0, 0, 7)),
          List.of(new Site(Element.ofSymbol("Si"), new Vector3(0.1, Math.PI / 4, 1e-17))));

  private static RelaxationRecord record(Relaxation outcome) {
    return new RelaxationRecord(
        "search",
        "g000s01",
        Purpose.SCREEN,
        QUARTER,
        "toy",
        "1",
        SmallSearches.of(1, 1).relaxation(),
        new Worker("host", "worker-1"),
        2,
        Instant.parse("2026-01-01T00:00:00.123456789Z"),
        Instant.parse("2026-01-01T00:00:01Z"),
        Duration.ofNanos(123),
        outcome);
  }

  @Test
  void every_outcome_arrives_with_all_its_bits() {
    List<IonicStep> steps = List.of(new IonicStep(0, -1.0 / 3, Double.NaN, 7));
    ResultParcel sent =
        new ResultParcel(
            List.of(
                record(ToyCalculator.converged(QUARTER)),
                record(
                    new NotConverged(
                        FailureReason.STEPS_SPENT,
                        "3 steps",
                        QUARTER,
                        0.1,
                        Double.POSITIVE_INFINITY,
                        -0.0,
                        steps)),
                record(new Failed(FailureReason.CRASHED, "Å", steps))));

    assertThat(Parcel.unpack(Parcel.pack(sent), ResultParcel.class)).isEqualTo(sent);
  }

  @Test
  void an_order_arrives_with_its_plan() {
    RelaxationJob job =
        new RelaxationJob(
            "search",
            -9,
            "g000s01",
            Purpose.REFINE,
            QUARTER,
            "toy",
            SmallSearches.of(1, 1).relaxation(),
            Placement.HERE);
    WorkParcel sent =
        new WorkParcel(List.of(new AttemptOrder(job, AttemptPlan.of(job, List.of()))));

    assertThat(Parcel.unpack(Parcel.pack(sent), WorkParcel.class)).isEqualTo(sent);
  }

  @Test
  void a_search_arrives_with_its_settings_and_known_phases() {
    SearchOrder sent =
        new SearchOrder(
            SmallSearches.refined("toy", true), List.of(new Reference("quarter", QUARTER)));

    assertThat(Parcel.unpack(Parcel.pack(sent), SearchOrder.class)).isEqualTo(sent);
  }

  @Test
  void bytes_that_are_no_parcel_are_refused() {
    assertThatThrownBy(() -> Parcel.unpack(new byte[] {1, 2, 3}, WorkParcel.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no parcel");
  }
}
