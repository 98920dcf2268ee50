package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coesite.calculator.FailureReason.STEPS_SPENT;

import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private static final Structure CUBE = cube(3);
  private static final Structure LARGER = cube(Math.nextUp(3.0));

  private static Structure cube(double edge) {
    return new Structure(
        Lattice.fromRows(new double[][] {{edge, 0, 0}, {0, edge, 0}, {0, 0, edge}}),
        List.of(new Site(Element.ofSymbol("Si"), new Vector3(0, 0, 0))));
  }

  @Test
  void an_outcome_has_another_hash_as_soon_as_one_bit_of_it_differs() {
    double next = Math.nextUp(1.0);
    List<Relaxation> outcomes =
        List.of(
            converged(CUBE, 1, 1, 1, 1, StationaryPoint.MINIMUM),
            converged(LARGER, 1, 1, 1, 1, StationaryPoint.MINIMUM),
            converged(CUBE, next, 1, 1, 1, StationaryPoint.MINIMUM),
            converged(CUBE, 1, next, 1, 1, StationaryPoint.MINIMUM),
            converged(CUBE, 1, 1, next, 1, StationaryPoint.MINIMUM),
            converged(CUBE, 1, 1, 1, next, StationaryPoint.MINIMUM),
            converged(CUBE, 1, 1, 1, 1, StationaryPoint.SADDLE),
            new NotConverged(STEPS_SPENT, "steps", CUBE, 1, 1, 1, List.of()),
            new NotConverged(STEPS_SPENT, "time", CUBE, 1, 1, 1, List.of()),
            new NotConverged(STEPS_SPENT, "steps", LARGER, 1, 1, 1, List.of()),
            new NotConverged(STEPS_SPENT, "steps", CUBE, next, 1, 1, List.of()),
            new NotConverged(STEPS_SPENT, "steps", CUBE, 1, next, 1, List.of()),
            new NotConverged(STEPS_SPENT, "steps", CUBE, 1, 1, next, List.of()),
            new Failed(FailureReason.BAD_CELL, "too flat", List.of()),
            new Failed(FailureReason.COLLAPSED, "too flat", List.of()),
            new Failed(FailureReason.BAD_CELL, "flat", List.of()));

    assertThat(outcomes).extracting(ContentHash::of).doesNotHaveDuplicates();
  }

  private static Relaxation converged(
      Structure structure,
      double energy,
      double enthalpy,
      double maxForce,
      double pressure,
      StationaryPoint minimum) {
    return new Converged(structure, energy, enthalpy, maxForce, pressure, minimum, List.of());
  }
}
