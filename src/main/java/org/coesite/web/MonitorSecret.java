package org.coesite.web;

import java.nio.file.Path;
import org.coesite.search.DataDirectoryException;

/** The secret by which a monitor such as Prometheus reads figures and health, and nothing else. */
final class MonitorSecret {

  /** The name that goes with it. */
  static final String USER = "coesite-monitor";

  private final SecretFile file;

  private MonitorSecret(SecretFile file) {
    this.file = file;
  }

  /**
   * The secret of a data directory, made when there is none.
   *
   * @throws DataDirectoryException if its file can be neither read nor made
   */
  static MonitorSecret of(Path dataDirectory) {
    return new MonitorSecret(SecretFile.of(dataDirectory, "monitor.secret"));
  }

  /** Whether a text is the secret; takes as long for a wrong one as for the right one. */
  boolean is(String text) {
    return file.holds(text);
  }
}
