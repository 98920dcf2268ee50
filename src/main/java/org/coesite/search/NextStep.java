package org.coesite.search;

/** How a task goes on after its failed attempts were decided on. */
public sealed interface NextStep {

  /** Everything has its result. */
  record Done() implements NextStep {}

  /**
   * Something is to be attempted again.
   *
   * @param calculator with which
   */
  record Again(String calculator) implements NextStep {}

  /**
   * Somebody has to mend something first.
   *
   * @param calculator with which to go on then
   * @param structure that has failed
   * @param message what is wrong
   */
  record Person(String calculator, String structure, String message) implements NextStep {}
}
