package org.coesite.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Coesite in a process of its own, where a test needs another environment or sends a signal. */
final class ChildProcess {

  private ChildProcess() {}

  static Process start(Map<String, String> environment, Object... arguments) throws IOException {
    // A shell's background jobs ignore Ctrl-C, and so would what they start.
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Coesite.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for its end; it says little, so that neither pipe runs full. */
  static CommandRun run(Map<String, String> environment, Object... arguments) throws Exception {
    Process child = start(environment, arguments);
    String err = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandRun(child.waitFor(), out, err);
  }
}
