package org.coesite.process;

/** What the code must know of processes/generation.bpmn; the business key is the search. */
final class GenerationModel {

  static final String KEY = "generation";
  static final String RESOURCE = "processes/generation.bpmn";

  static final String GENERATE = "generate";
  static final String RELAX_BATCH = "relax-batch";
  static final String DECIDE_ON_FAILURES = "decide-on-failures";
  static final String LOOK_AFTER = "look-after-batch";
  static final String RECORD_FAILURES = "record-failures";
  static final String RANK = "rank";
  static final String SELECT = "select";
  static final String MUTATE = "mutate";

  /** Error that a worker raises where trying again is no use. */
  static final String CALCULATOR_REFUSED = "CALCULATOR_REFUSED";

  /** Number of this generation, from 0. */
  static final Variable<Integer> GENERATION = new Variable<>("generation", Integer.class);

  /** How many batches this generation has. */
  static final Variable<Integer> BATCHES = new Variable<>("batches", Integer.class);

  /** Number of a batch, from 0; counted by the engine. */
  static final Variable<Integer> BATCH = new Variable<>("loopCounter", Integer.class);

  /** Why a batch was given up. */
  static final Variable<String> REFUSAL = new Variable<>("refusal", String.class);

  private GenerationModel() {}

  /** What a worker subscribes to that has a calculator. */
  static String topic(String calculator) {
    return "relax-" + calculator;
  }
}
