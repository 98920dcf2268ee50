package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps searches: their settings, state, references and effort. */
public interface SearchRepository {

  /**
   * Keeps a new search in state {@link SearchState#RUNNING}.
   *
   * @throws SearchNameException if the name is taken
   */
  void create(String name, SearchSettings settings, List<Reference> references);

  /** Forgets a search with everything that is kept of it. */
  void delete(String name);

  /** The search of that name. */
  Optional<SearchEntry> find(String name);

  /** All searches, the oldest first. */
  List<SearchEntry> list();

  /** The settings that a search was started with. */
  SearchSettings settings(String name);

  /** The known phases that a search compares with. */
  List<Reference> references(String name);

  /** Keeps other settings for a search beside the earlier ones; the plan of a refinement goes. */
  void amend(String name, Amendment amendment);

  /** What each amendment of a search changed, in words, oldest first. */
  List<String> amendments(String name);

  /**
   * Keeps the decision table that failed attempts are decided by from now on, if it is another one.
   *
   * @return whether an earlier one held before
   */
  boolean keepPolicy(String name, String table);

  /** Puts a search into a state, with the reason if it no longer runs. */
  void setState(String name, SearchState state, @Nullable String stop);

  /** Adds to the time spent on a search. */
  void addEffort(String name, SearchEntry.Effort effort);

  /** Keeps the distances of a structure to the references. */
  void saveDistances(
      String name, String structure, List<SearchSummary.ReferenceDistance> distances);

  /** The kept distances of a structure to the references, nearest first; empty before the end. */
  List<SearchSummary.ReferenceDistance> distances(String name, String structure);
}
