package org.coesite.web;

import org.coesite.search.SearchEntry;
import org.coesite.search.SearchState;
import org.jspecify.annotations.Nullable;

/** A search as a list shows it; component names are the keys of the JSON. */
record SearchView(
    String search,
    long seed,
    SearchState state,
    @Nullable String stop,
    String created,
    double wallSeconds) {

  static SearchView of(SearchEntry entry) {
    return new SearchView(
        entry.name(),
        entry.seed(),
        entry.state(),
        entry.stop(),
        entry.created().toString(),
        entry.effort().wall().toMillis() / 1000.0);
  }
}
