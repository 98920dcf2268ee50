package org.coesite.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where searches are kept. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds the searches (${DEFAULT-VALUE}).")
  private Path directory = Path.of("coesite-data");

  Path directory() {
    return directory;
  }

  /** The option as it has to be typed to name the same folder again, with a blank before it. */
  String asTyped() {
    return directory.equals(Path.of("coesite-data")) ? "" : " --data " + directory;
  }
}
