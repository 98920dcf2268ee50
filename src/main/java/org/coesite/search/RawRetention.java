package org.coesite.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Of which attempts the files of outside programs are kept; of the others only their hashes are.
 */
public enum RawRetention {
  /** Of all. */
  ALL,
  /** Of those that refine. */
  REFINED,
  /** Of those that gave no structure. */
  FAILED,
  /** Of none. */
  NONE;

  /** As users write them. */
  static List<String> keys() {
    return Arrays.stream(values()).map(RawRetention::key).toList();
  }

  static Optional<RawRetention> of(String key) {
    return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An attempt with the contents of its files, or without. */
  RelaxationRecord applied(RelaxationRecord attempt) {
    boolean keeps =
        switch (this) {
          case ALL -> true;
          case REFINED -> attempt.purpose() != Purpose.SCREEN;
          case FAILED -> attempt.failure().isPresent();
          case NONE -> false;
        };
    return keeps
        ? attempt
        : attempt.withFiles(attempt.files().stream().map(RawFile::listedOnly).toList());
  }
}
