package org.coesite.adapter.mlpotential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.coesite.execution.Executable;

/**
 * Which Python the workers run on: {@code COESITE_PYTHON}, else the virtual environment that the
 * script {@code install} makes, else {@code python3} on the PATH.
 *
 * @param variables usually {@link System#getenv()}
 */
record PythonEnvironment(Map<String, String> variables) {

  private static final String VARIABLE = "COESITE_PYTHON";

  /** The interpreter; empty if there is none that can be started. */
  Optional<Path> interpreter() {
    Path own = ownEnvironment().resolve("bin").resolve("python3");
    boolean named = !variables.getOrDefault(VARIABLE, "").isBlank();
    return !named && Files.isExecutable(own) ? Optional.of(own) : executable().file();
  }

  private Executable executable() {
    return new Executable("python3", VARIABLE, variables);
  }

  /** What to tell a user if there is none. */
  String missing() {
    return executable().missing();
  }

  /** Where the script {@code install} makes its virtual environment. */
  private Path ownEnvironment() {
    String home = variables.getOrDefault("HOME", System.getProperty("user.home", ""));
    String data = variables.getOrDefault("XDG_DATA_HOME", "");
    Path folder = data.isBlank() ? Path.of(home, ".local", "share") : Path.of(data);
    return folder.resolve("coesite").resolve("ml-potential");
  }
}
