package org.coesite.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.coesite.search.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request cannot be worked with; component names are the keys of the JSON.
 *
 * @param message what the command line would say
 * @param line in search.yaml, from 1, if it is about a place there
 * @param column of that line, from 1
 * @param key in search.yaml, if it is about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String message, @Nullable Integer line, @Nullable Integer column, @Nullable String key) {

  static Problem of(String message) {
    return new Problem(message, null, null, null);
  }

  static Problem of(SettingsException failure) {
    return new Problem(
        String.valueOf(failure.getMessage()),
        failure.line().isPresent() ? failure.line().getAsInt() : null,
        failure.column().isPresent() ? failure.column().getAsInt() : null,
        failure.key().orElse(null));
  }
}
