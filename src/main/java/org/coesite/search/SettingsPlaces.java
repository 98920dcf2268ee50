package org.coesite.search;

import java.util.Optional;
import org.coesite.search.SettingsNode.Field;
import org.coesite.search.SettingsNode.Mapping;
import org.jspecify.annotations.Nullable;

/** The lines of the keys in a search.yaml, for what calculators find wrong with their values. */
public final class SettingsPlaces {

  private final String file;
  private final Mapping top;

  /**
   * Of a text that was read as settings before.
   *
   * @param file its name in messages
   */
  public SettingsPlaces(String file, String text) {
    this.file = file;
    this.top = SettingsParser.parse(file, text);
  }

  /**
   * A problem as other messages about the file have it: file, line, key and what is wrong.
   *
   * @param key written with those of the groups around it; where the file lacks it, the line is
   *     that of the innermost group around it that the file has
   */
  public String placed(String key, String problem) {
    return line(top, key)
        .map(line -> "%s:%d: %s: %s".formatted(file, line, key, problem))
        .orElseGet(() -> "%s: %s: %s".formatted(file, key, problem));
  }

  /** A key may itself hold dots, as {@code pseudopotential.Si} does, so the longest one counts. */
  private static Optional<Integer> line(Mapping group, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      @Nullable Field field = group.fields().get(path.substring(0, end));
      if (field != null) {
        Optional<Integer> inner =
            end < path.length() && field.value() instanceof Mapping below
                ? line(below, path.substring(end + 1))
                : Optional.empty();
        return Optional.of(inner.orElse(field.line()));
      }
    }
    return Optional.empty();
  }
}
