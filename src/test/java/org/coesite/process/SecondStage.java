package org.coesite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model that the walk-through of docs/modeler.md makes. */
final class SecondStage {

  static final Path FOLDER = Path.of("examples", "second-stage");

  private SecondStage() {}

  /** Its text. */
  static String model() {
    try {
      return Files.readString(FOLDER.resolve("structure-search.bpmn"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Its text with other settings of the second screening in place of its own. */
  static String model(String calculator, String potential, String window, String candidates) {
    return model()
        .replaceFirst("\"embedded\" target=\"calculator\"", said(calculator, "calculator"))
        .replaceFirst("\"sio2-slc\" target=\"potential\"", said(potential, "potential"))
        .replaceFirst("\"0.5\" target=\"window\"", said(window, "window"))
        .replaceFirst("\"10\" target=\"candidates\"", said(candidates, "candidates"));
  }

  private static String said(String value, String target) {
    return "\"%s\" target=\"%s\"".formatted(value, target);
  }
}
