package org.coesite.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a search cannot get past without a person; component names are the JSON keys.
 *
 * @param id names it among all
 * @param model key of the model, such as {@code generation}
 * @param step id of the step there
 * @param name what the model calls it; its id if it has none
 * @param structure what the step worked on, if that is a single structure
 * @param message what went wrong
 * @param since when it came up
 */
public record SearchIncident(
    String id,
    String model,
    String step,
    String name,
    @Nullable String structure,
    String message,
    Instant since) {

  /** It in one sentence. */
  String words() {
    return "step '%s' waits for a person: %s".formatted(step, message);
  }
}
