package org.coesite.search;

import java.util.List;
import java.util.Map;

/**
 * How much a process engine has to do.
 *
 * @param topics tasks that workers fetch
 * @param jobsDue steps of its own that are due or at work
 * @param incidents what waits for a person because it failed, by its type
 */
public record QueueFigures(List<Topic> topics, long jobsDue, Map<String, Long> incidents) {

  /**
   * Tasks for workers that compute alike.
   *
   * @param name what workers subscribe to
   * @param open how many wait for a worker
   * @param locked how many a worker has
   */
  public record Topic(String name, long open, long locked) {}

  /** Keeps its own copies. */
  public QueueFigures {
    topics = List.copyOf(topics);
    incidents = Map.copyOf(incidents);
  }
}
