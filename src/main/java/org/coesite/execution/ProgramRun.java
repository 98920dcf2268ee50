package org.coesite.execution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program to run.
 *
 * @param name of the run, for a scheduler's list: letters, digits, {@code .}, {@code _} and {@code
 *     -}; unique within its folder. The files {@code NAME.pid}, {@code NAME.job}, {@code
 *     NAME.exit}, {@code NAME.seconds}, {@code NAME.sh} and {@code NAME.slurm} of the folder belong
 *     to the execution
 * @param command executable and arguments
 * @param folder working folder, which exists
 * @param environment variables beside those of this process
 * @param input file in the folder that becomes the standard input; empty for none
 * @param output name of the file in the folder that receives standard output; standard error goes
 *     to the same name with {@code .err} at its end
 * @param limit on wall-clock time, spent at once if it is not positive; waiting in a queue does not
 *     count
 * @param placement on how much it runs, and what a scheduler is told beside
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

  /** What the name of the file of standard error has at its end. */
  static final String ERROR = ".err";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Refuses bad names, and an empty command; keeps its own copies. */
  public ProgramRun {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    folder = folder.toAbsolutePath().normalize();
    demand(
        NAME.matcher(name).matches(),
        "the name of a run has letters, digits, '.', '_' and '-': '%s'",
        name);
    demand(!command.isEmpty(), "the run '%s' has no command", name);
    demand(!folder.toString().contains("\n"), "a folder with a line break: '%s'", folder);
    for (String variable : environment.keySet()) {
      demand(VARIABLE.matcher(variable).matches(), "no name of a variable: '%s'", variable);
    }
  }

  private static void demand(boolean holds, String message, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(value));
    }
  }

  /** The file that receives standard output. */
  public Path outputFile() {
    return folder.resolve(output);
  }

  /** The file that receives standard error. */
  public Path errorFile() {
    return errorFile(outputFile());
  }

  static Path errorFile(Path output) {
    return output.resolveSibling(output.getFileName() + ERROR);
  }

  /** The file that becomes standard input. */
  Optional<Path> inputFile() {
    return input.map(folder::resolve);
  }

  /** A file of the execution's own, named after the run. */
  Path ownFile(String ending) {
    return folder.resolve(name + ending);
  }
}
