package org.coesite.search;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A search.yaml that cannot be worked with; the message names file, line, key, value and limit. */
public final class SettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final @Nullable String key;

  /** About the file as a whole. */
  SettingsException(String file, String problem) {
    super(file + ": " + problem);
    this.line = 0;
    this.column = 0;
    this.key = null;
  }

  /** About a place in it, counted from 1, without a key. */
  SettingsException(String file, int line, int column, String problem) {
    super(file + ":" + line + ": " + problem);
    this.line = line;
    this.column = column;
    this.key = null;
  }

  /** About a key, written with those of the groups around it: {@code relaxation.maxForce}. */
  SettingsException(String file, int line, int column, String key, String problem) {
    super(file + ":" + line + ": " + key + ": " + problem);
    this.line = line;
    this.column = column;
    this.key = key;
  }

  /** Line of the problem, from 1; empty if it is that of the file as a whole. */
  public OptionalInt line() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** Column of the problem, from 1; empty if it is that of the file as a whole. */
  public OptionalInt column() {
    return line == 0 ? OptionalInt.empty() : OptionalInt.of(column);
  }

  /** The key it is about; empty if it is about none. */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }
}
