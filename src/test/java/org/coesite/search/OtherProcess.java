package org.coesite.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker of another process, which locks a folder until it is killed.
 *
 * @param process its Java machine
 * @param output what it prints
 */
record OtherProcess(Process process, BufferedReader output) implements AutoCloseable {

  static final String WAITS = "waits";
  static final String LOCKED = "locked";

  /** Says each time that it finds the folder locked, and when it has it. */
  public static void main(String[] folder) throws Exception {
    Optional<FolderLocks.Held> lock =
        new FolderLocks()
            .await(
                Path.of(folder[0]),
                () -> {
                  System.out.println(WAITS);
                  return false;
                });
    System.out.println(LOCKED);
    // Until it is killed, or its parent is gone.
    while (System.in.read() >= 0) {
      continue;
    }
    lock.orElseThrow().close();
  }

  static OtherProcess locking(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new OtherProcess(process, process.inputReader(StandardCharsets.UTF_8));
  }

  /** What it says next; null once it has ended. */
  @Nullable String says() throws IOException {
    return output.readLine();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
