package org.coesite.process;

/** What the code must know of processes/failure-policy.dmn. */
final class FailurePolicyModel {

  static final String KEY = "failure-policy";
  static final String RESOURCE = "processes/failure-policy.dmn";

  /** Name of the calculator that failed. */
  static final Variable<String> CALCULATOR = StructureSearchModel.CALCULATOR;

  /** Why, a {@link org.coesite.calculator.FailureReason}. */
  static final Variable<String> REASON = new Variable<>("reason", String.class);

  /** How often for this reason, from 1. */
  static final Variable<Integer> ATTEMPT = new Variable<>("attempt", Integer.class);

  /** What to do, in words. */
  static final String ACTION = "action";

  /** With which calculator, where the action is to change it. */
  static final String OTHER_CALCULATOR = "otherCalculator";

  /** The row that fits, as a map from output to value. */
  static final String DECISION = "decision";

  /** How a task goes on: {@code done}, {@code again} or {@code person}. */
  static final Variable<String> NEXT = new Variable<>("next", String.class);

  /** The structure whose failure a person has to mend. */
  static final Variable<String> STRUCTURE = new Variable<>("failedStructure", String.class);

  /** What a person has to mend. */
  static final Variable<String> FAILURE = new Variable<>("failure", String.class);

  private FailurePolicyModel() {}
}
