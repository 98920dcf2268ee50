package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.junit.jupiter.api.Test;

/** A start of nine atoms that a calculator relaxes in a cell of three. */
class AuditEntryTest {

  private static final Structure CELL =
      new Structure(RefinedSearch.QUARTZ.lattice(), RefinedSearch.QUARTZ.sites().subList(0, 3));

  @Test
  void an_energy_per_atom_is_that_of_the_relaxed_cell() {
    Relaxation converged = new Converged(CELL, -30, -33, 0, 0, StationaryPoint.UNKNOWN, List.of());
    assertThat(entry(converged).energy()).hasValue(-33);
    assertThat(entry(converged).energyPerAtom()).hasValue(-11);
  }

  @Test
  void so_is_that_of_an_attempt_that_did_not_converge() {
    Relaxation stuck =
        new NotConverged(FailureReason.STUCK, "0.1 eV/Å", CELL, -30, 0.1, 0, List.of());
    assertThat(entry(stuck).energyPerAtom()).hasValue(-10);
  }

  @Test
  void a_failure_has_no_energy() {
    Relaxation killed = new Failed(FailureReason.KILLED, "signal 9", List.of());
    assertThat(entry(killed).energyPerAtom()).isEmpty();
  }

  private static AuditEntry entry(Relaxation outcome) {
    Instant now = Instant.EPOCH;
    return new AuditEntry(
        new RelaxationRecord(
            "silica",
            "g000s00",
            Purpose.REFINE,
            RefinedSearch.QUARTZ,
            "quantum-espresso",
            "6.7MaX",
            RelaxationSettings.defaults(List.of("fast")),
            new Worker("host", "one"),
            1,
            now,
            now,
            Duration.ZERO,
            outcome),
        3,
        List.of());
  }
}
