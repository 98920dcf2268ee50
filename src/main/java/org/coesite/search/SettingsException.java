package org.coesite.search;

/** A search.yaml that cannot be worked with; the message names file, line, key, value and limit. */
public final class SettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  SettingsException(String file, String problem) {
    super(file + ": " + problem);
  }

  SettingsException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
