package org.coesite.execution;

import java.nio.file.Path;
import java.util.Map;

/** A JVM that runs a shell program and is killed meanwhile. */
final class AbandonedRun {

  private AbandonedRun() {}

  public static void main(String[] executionFolderScript) {
    Execution execution =
        executionFolderScript[0].equals("slurm")
            ? new SlurmExecution(System.getenv())
            : new LocalExecution();
    Path folder = Path.of(executionFolderScript[1]);
    execution.run(ShellRun.of(folder, executionFolderScript[2]), () -> false);
  }

  /** Starts such a JVM. */
  static Process start(
      String execution, Map<String, String> environment, Path folder, String script)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AbandonedRun.class.getName(),
            execution,
            folder.toString(),
            script);
    builder.environment().putAll(environment);
    return builder.inheritIO().start();
  }
}
