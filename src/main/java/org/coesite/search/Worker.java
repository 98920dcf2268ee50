package org.coesite.search;

/**
 * Who computes.
 *
 * @param host machine
 * @param name thread or process on it
 * @param activity where the engine's history has the task: ids of process instance and activity
 *     instance with a slash between; empty if it was no task of an engine
 */
public record Worker(String host, String name, String activity) {

  /** Without a task of an engine. */
  public Worker(String host, String name) {
    this(host, name, "");
  }
}
