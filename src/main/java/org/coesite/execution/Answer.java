package org.coesite.execution;

/** What a command of a scheduler answered. */
record Answer(int code, String output, String error) {

  boolean isGood() {
    return code == 0;
  }

  /** Its complaint in one line. */
  String complaint() {
    String words = error.isBlank() ? output : error;
    return words.isBlank() ? "exit code " + code : words.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
