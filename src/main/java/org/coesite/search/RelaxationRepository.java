package org.coesite.search;

import java.time.Duration;
import java.util.Optional;
import org.coesite.calculator.Relaxation;

/** Keeps every relaxation once. */
public interface RelaxationRepository {

  /** Whether a relaxation is kept under a key. */
  boolean has(String search, RelaxationKey key);

  /** The relaxation of a structure, the first if calculators of several versions worked on it. */
  Optional<Relaxation> of(String search, String structure);

  /**
   * Keeps a relaxation with all its steps, at once or not at all.
   *
   * @return false if there is one under this key already; that one stays
   */
  boolean record(RelaxationRecord relaxation);

  /** How the relaxations of a search ended so far. */
  Outcomes outcomes(String search);

  /** CPU time of all relaxations of a search. */
  Duration calculatorCpu(String search);

  /** How many relaxations ended how. */
  record Outcomes(int converged, int notConverged, int failed) {

    /** All of them. */
    public int total() {
      return converged + notConverged + failed;
    }
  }
}
