package org.coesite.process;

/** What the code must know of processes/structure-search.bpmn; the business key is the search. */
final class StructureSearchModel {

  static final String KEY = "structure-search";
  static final String RESOURCE = "processes/structure-search.bpmn";

  static final String PREPARE = "prepare";
  static final String GENERATION = "run-generation";
  static final String CHECK_STOPPING = "check-stopping";
  static final String CHOOSE = "choose-candidates";
  static final String PLAN = "plan-refinement";
  static final String APPROVE = "approve-refinement";
  static final String REFINE = "refine";

  /** All its structures together. */
  static final String REFINE_ALL = REFINE + "#multiInstanceBody";

  static final String COMPARE = "compare-with-references";
  static final String REPORT = "report";
  static final String ENDED = "search-ended";

  /** Message that ends the running generation and the search. */
  static final String STOP_EARLY = "stop-search";

  /** Number of the running generation, from 0. */
  static final Variable<Integer> RUNNING = new Variable<>("generation", Integer.class);

  /** Name of the calculator that relaxes. */
  static final Variable<String> CALCULATOR = new Variable<>("calculator", String.class);

  /** Why the search ends, absent while it goes on. */
  static final Variable<String> STOP = new Variable<>("stop", String.class);

  /** Whether somebody ended the search early. */
  static final Variable<Boolean> STOPPED_EARLY = new Variable<>("stoppedEarly", Boolean.class);

  /** Ids of the chosen candidates, with blanks between. */
  static final Variable<String> CANDIDATES = new Variable<>("candidates", String.class);

  /** Whether the chosen ones are refined. */
  static final Variable<Boolean> REFINES = new Variable<>("refines", Boolean.class);

  /** Whether somebody has to approve of that first. */
  static final Variable<Boolean> ASKS_APPROVAL = new Variable<>("asksApproval", Boolean.class);

  /** What somebody said to that. */
  static final Variable<Boolean> APPROVED = new Variable<>("approved", Boolean.class);

  /** The list of what is to be refined and its cost, in words; cut to what a variable holds. */
  static final Variable<String> PLAN_TEXT = new Variable<>("plan", String.class);

  /** Ids of what somebody wants refined, with commas between; all of the plan to begin with. */
  static final Variable<String> STRUCTURES = new Variable<>("structures", String.class);

  /** How many structures are refined. */
  static final Variable<Integer> SUBJECTS = new Variable<>("subjects", Integer.class);

  /** Proof of the final population, see {@link org.coesite.search.SearchSummary}. */
  static final Variable<String> POPULATION_HASH = new Variable<>("populationHash", String.class);

  private StructureSearchModel() {}
}
