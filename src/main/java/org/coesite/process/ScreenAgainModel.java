package org.coesite.process;

/** What the code must know of processes/screen-again.bpmn; the business key is the search. */
final class ScreenAgainModel {

  static final String KEY = "screen-again";
  static final String RESOURCE = "processes/screen-again.bpmn";

  /** What the calculator calls its potential; absent or empty for its usual one. */
  static final Variable<Object> POTENTIAL = new Variable<>("potential", Object.class);

  /** Up to this energy above the lowest, eV per atom. */
  static final Variable<Object> WINDOW = new Variable<>("window", Object.class);

  /** At most so many structures. */
  static final Variable<Object> CANDIDATES = new Variable<>("candidates", Object.class);

  /** What was planned, a packed {@link org.coesite.search.Rescreening}. */
  static final Variable<byte[]> PLAN = new Variable<>("rescreening", byte[].class);

  private ScreenAgainModel() {}
}
