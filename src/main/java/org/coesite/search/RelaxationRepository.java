package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coesite.calculator.Relaxation;

/** Keeps every relaxation once. */
public interface RelaxationRepository {

  /** Whether the relaxation of a structure for a purpose is kept. */
  boolean has(String search, String structure, Purpose purpose);

  /** Ids of the structures of a search whose relaxation for a purpose is kept; cheap. */
  Set<String> structures(String search, Purpose purpose);

  /** The relaxation of a structure for a purpose. */
  Optional<Relaxation> of(String search, String structure, Purpose purpose);

  /** The relaxation of a structure for a purpose with all that is kept of it. */
  Optional<RelaxationRecord> find(String search, String structure, Purpose purpose);

  /** The number of the last step of each relaxation of a search that has steps. */
  Map<RelaxationKey, Integer> lastSteps(String search);

  /** All relaxations of a search in the order in which they began, without their steps. */
  List<RelaxationRecord> all(String search);

  /** With what each structure of a search was screened, by its id; cheaper than all of it. */
  Map<String, Screening> screenings(String search);

  /**
   * Keeps a relaxation with all its steps, at once or not at all.
   *
   * @return false if the structure has one for this purpose already; that one stays
   */
  boolean record(RelaxationRecord relaxation);

  /** How the relaxations that screened a search's structures ended so far. */
  Outcomes outcomes(String search);

  /** When the last screening relaxations ended, the latest first. */
  List<Instant> lastEnds(String search, int atMost);

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
