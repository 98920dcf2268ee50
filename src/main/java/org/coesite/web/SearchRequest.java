package org.coesite.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody asks for.
 *
 * @param settings text of a search.yaml
 * @param name of the search; that of the text if absent
 * @param seed of all random draws; that of the text if absent
 * @param references contents of the files of known phases, by name of file
 */
record SearchRequest(
    String settings,
    @Nullable String name,
    @Nullable Long seed,
    @Nullable Map<String, String> references) {

  /** Absent texts are empty ones, so that the reader of settings says what is missing. */
  SearchRequest {
    settings = settings == null ? "" : settings;
    references = references == null ? Map.of() : new LinkedHashMap<>(references);
  }
}
