package org.coesite.execution;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An outside program, looked up in an environment.
 *
 * @param program its usual name, for example {@code pw.x}
 * @param variable environment variable that names another, for example {@code COESITE_PWX}
 * @param environment in which to look, usually {@link System#getenv()}
 */
public record Executable(String program, String variable, Map<String, String> environment) {

  /** Keeps its own copy. */
  public Executable {
    environment = Map.copyOf(environment);
  }

  /** The file to start; empty if there is none that can be started. */
  public Optional<Path> file() {
    String named = environment.get(variable);
    if (named != null && !named.isBlank()) {
      return named.contains(File.separator)
          ? Optional.of(Path.of(named).toAbsolutePath()).filter(Executable::canStart)
          : onPath(named);
    }
    return onPath(program);
  }

  private Optional<Path> onPath(String name) {
    return onPath(name, environment);
  }

  /** The file that a name without a folder stands for in an environment. */
  static Optional<Path> onPath(String name, Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(name).toAbsolutePath())
        .filter(Executable::canStart)
        .findFirst();
  }

  private static boolean canStart(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** What to tell a user if there is none. */
  public String missing() {
    String named = environment.get(variable);
    return named != null && !named.isBlank()
        ? "%s names '%s', which is no executable file".formatted(variable, named)
        : "there is no '%s' on the PATH; install it or name it: %s=/path/to/%s"
            .formatted(program, variable, program);
  }
}
