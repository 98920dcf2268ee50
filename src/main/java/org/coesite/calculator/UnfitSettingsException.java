package org.coesite.calculator;

import java.util.List;

/** A calculator cannot work with these settings, or not on this machine. */
public final class UnfitSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** With one line for each problem. */
  public UnfitSettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, a line each. */
  public List<String> problems() {
    return problems;
  }
}
