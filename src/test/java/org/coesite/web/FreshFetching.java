package org.coesite.web;

import org.camunda.bpm.engine.rest.impl.FetchAndLockContextListener;

/**
 * Camunda answers the waiting requests of workers in a thread that it starts with the first server
 * of a Java machine and never again: after the end of that one such requests hang in later ones.
 */
final class FreshFetching extends FetchAndLockContextListener {

  private FreshFetching() {}

  /** Lets the next server start a thread of its own; the one before has ended. */
  static void prepare() {
    fetchAndLockHandler = null;
  }
}
