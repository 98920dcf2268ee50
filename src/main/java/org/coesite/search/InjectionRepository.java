package org.coesite.search;

import java.util.List;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Injected;

/** Keeps the structures that people gave to searches. */
public interface InjectionRepository {

  /**
   * Keeps one more, sealed in the chain of the search's records.
   *
   * @param file name of the file that it came in
   * @param content text of that file
   * @param person who gave it
   * @param structure as it is to be relaxed
   * @return its number within the search, from 1
   */
  int add(String search, String file, String content, String person, Structure structure);

  /** Those that no generation has taken, in the order in which they were given. */
  List<Injected> waiting(String search);

  /** Keeps that a generation took one as the structure of an id. */
  void take(String search, int number, String structure);
}
