package org.coesite.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a search a page has been told.
 *
 * @param generation first generation whose points it lacks
 * @param event number of the last event that it knows
 */
record LivePosition(int generation, long event) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

  /** What {@link #text} made; empty if it is something else. */
  static Optional<LivePosition> of(@Nullable String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new LivePosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** As the id of an event. */
  String text() {
    return generation + "-" + event;
  }
}
