package org.coesite.process;

/** What the code must know of processes/refine-candidate.bpmn; the business key is the search. */
final class RefineCandidateModel {

  static final String KEY = "refine-candidate";
  static final String RESOURCE = "processes/refine-candidate.bpmn";

  static final String RELAX = "relax";
  static final String FINAL_ENERGY = "final-energy";
  static final String DECIDE = "decide";
  static final String LOOK_AFTER = "look-after-candidate";

  /** Position in the plan of the search, from 0. */
  static final Variable<Integer> NUMBER = new Variable<>("number", Integer.class);

  /** Id of the structure or reference. */
  static final Variable<String> SUBJECT = new Variable<>("subject", String.class);

  /** What is done at present, a {@link org.coesite.search.Purpose}. */
  static final Variable<String> PURPOSE = new Variable<>("purpose", String.class);

  /** Bound on the time of a task, ISO 8601. */
  static final Variable<String> GUARD = new Variable<>("guard", String.class);

  /** Whether the task gave its result. */
  static final Variable<Boolean> CONVERGED = new Variable<>("converged", Boolean.class);

  /** Why a task was given up by the model itself. */
  static final Variable<String> REFUSAL = new Variable<>("refusal", String.class);

  private RefineCandidateModel() {}
}
