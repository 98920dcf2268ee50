package org.coesite.process;

/** What the code must know of processes/structure-search.bpmn; the business key is the search. */
final class StructureSearchModel {

  static final String KEY = "structure-search";
  static final String RESOURCE = "processes/structure-search.bpmn";

  static final String PREPARE = "prepare";
  static final String GENERATION = "run-generation";
  static final String CHECK_STOPPING = "check-stopping";
  static final String CHOOSE = "choose-candidates";
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

  private StructureSearchModel() {}
}
