package org.coesite.search;

import java.util.List;

/** Keeps every failed attempt at a relaxation. */
public interface AttemptRepository {

  /** Keeps a failed attempt, not decided yet; one of that number is kept once. */
  void add(RelaxationRecord attempt);

  /** Keeps what was decided about an attempt. */
  void decide(RelaxationRecord attempt, Decision decision);

  /** The failed attempts at a relaxation, the first one first. */
  List<Attempt> of(String search, String structure, Purpose purpose);

  /** All failed attempts of a search by structure, purpose and number. */
  List<Attempt> all(String search);
}
