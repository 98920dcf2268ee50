package org.coesite.search;

import java.time.Duration;
import java.util.List;

/** What users do with searches: start, resume, stop early, wait, and read what they found. */
public interface SearchService extends SearchArchive {

  /**
   * Starts a search and returns at once.
   *
   * @param settings all of it, the seed included
   * @param name unique in the data directory
   * @param references known phases to compare with
   * @throws SearchNameException if the name is taken or would not do as the name of a folder
   */
  void start(SearchSettings settings, String name, List<Reference> references);

  /**
   * Lets a search go on that was interrupted or waits for a person, and returns at once; one that
   * has ended stays as it is.
   *
   * @throws SearchNameException if there is none of this name
   */
  void resume(String name);

  /** Ends a running search early with what it has ranked so far; the report is still written. */
  void stopEarly(String name, String reason);

  /**
   * Waits until a search no longer runs.
   *
   * @return its state then; {@link SearchState#RUNNING} if the time passed before
   */
  SearchState await(String name, Duration atMost) throws InterruptedException;
}
