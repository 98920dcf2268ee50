package org.coesite.search;

import java.nio.file.Path;
import java.util.List;
import org.coesite.crystal.Structure;

/**
 * What is known of the searches of a data directory; needs no engine. Each method that takes the
 * name of a search throws {@link SearchNameException} if there is none of this name.
 */
public interface SearchArchive {

  /** All searches, the oldest first. */
  List<SearchEntry> list();

  /** How far a search is. */
  SearchProgress progress(String name);

  /** What happened in a search after the event of that number; 0 for all. */
  List<SearchEvent> eventsAfter(String name, long number);

  /** The figures of a search. */
  SearchSummary summary(String name);

  /** The points of the energy–fitness diagram, by generation and position. */
  List<DiagramPoint> diagram(String name);

  /**
   * A structure of a search after its relaxation, in its standardised cell.
   *
   * @throws IllegalArgumentException if no structure of this id was relaxed
   */
  Structure structure(String name, String id);

  /** Where the report of a search is written. */
  Path reportDirectory(String name);
}
