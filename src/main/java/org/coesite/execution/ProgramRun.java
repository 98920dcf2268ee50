package org.coesite.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run.
 *
 * @param name of the run, for a scheduler's list: letters, digits, {@code .}, {@code _} and {@code
 *     -}; unique within its folder
 * @param command executable and arguments
 * @param folder working folder, which exists
 * @param environment variables beside those of this process
 * @param input file in the folder that becomes the standard input; empty for none
 * @param output name of the file in the folder that receives standard output; standard error goes
 *     to the same name with {@code .err} at its end
 * @param limit on wall-clock time
 * @param placement where and on how much it runs
 */
public record ProgramRun(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Optional<String> input,
    String output,
    Duration limit,
    Placement placement) {

  /** Keeps its own copies. */
  public ProgramRun {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The file that receives standard output. */
  public Path outputFile() {
    return folder.resolve(output);
  }

  /** The file that receives standard error. */
  public Path errorFile() {
    return folder.resolve(output + ".err");
  }
}
