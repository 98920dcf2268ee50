package org.coesite.execution;

import java.nio.file.Path;

/** A JVM that runs a shell program and is killed meanwhile. */
final class AbandonedRun {

  private AbandonedRun() {}

  public static void main(String[] folderAndScript) {
    new LocalExecution()
        .run(ShellRun.of(Path.of(folderAndScript[0]), folderAndScript[1]), () -> false);
  }

  /** Starts such a JVM. */
  static Process start(Path folder, String script) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AbandonedRun.class.getName(),
            folder.toString(),
            script)
        .inheritIO()
        .start();
  }
}
