package org.coesite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches as a list shows them; component names are the JSON keys. */
public record SearchListing(List<Line> searches) {

  /** One search; its wall time in seconds, the time of its creation in UTC. */
  public record Line(
      String search,
      long seed,
      SearchState state,
      @Nullable String stop,
      String created,
      double wallSeconds) {

    /** The line of an entry. */
    public static Line of(SearchEntry entry) {
      return new Line(
          entry.name(),
          entry.seed(),
          entry.state(),
          entry.stop(),
          entry.created().toString(),
          entry.effort().wall().toMillis() / 1000.0);
    }
  }

  /** The lines of entries, in their order. */
  public static SearchListing of(List<SearchEntry> entries) {
    return new SearchListing(entries.stream().map(Line::of).toList());
  }
}
