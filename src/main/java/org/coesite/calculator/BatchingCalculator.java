package org.coesite.calculator;

import java.util.List;
import org.coesite.crystal.Structure;

/**
 * A calculator that relaxes several structures together, sooner than one after the other. What
 * comes out for one of them may differ in the last bits from what it would be alone, so a batch is
 * repeated as a whole.
 */
public interface BatchingCalculator extends Calculator {

  /** Option of the settings that holds how many structures are relaxed together at most. */
  String BATCH = "batch";

  /** Relaxes structures; an outcome for each, in their order. */
  List<Relaxation> relax(List<Structure> starts, RelaxationSettings settings, Workplace workplace);

  @Override
  default Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    return relax(List.of(start), settings, workplace).get(0);
  }
}
