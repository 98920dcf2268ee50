package org.coesite.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * Runs the commands of a scheduler that is installed here.
 *
 * @param environment of the commands; variables that would change what they are asked are left out
 * @param limit on the time of one command
 */
record InstalledCommands(Map<String, String> environment, Duration limit)
    implements SchedulerCommands {

  /** What a job asks for stands in the search, not in the shell that happens to start it. */
  InstalledCommands {
    environment =
        environment.entrySet().stream()
            .filter(variable -> !variable.getKey().matches("(SBATCH|SQUEUE|SACCT|SCANCEL)_.*"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public boolean isThere(String command) {
    return Executable.onPath(command, environment).isPresent();
  }

  @Override
  public Answer ask(List<String> command) throws CommandMissingException, NoAnswerException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    PumpStreamHandler streams = new PumpStreamHandler(output, error, InputStream.nullInputStream());
    Program program =
        new Program(command, Path.of("").toAbsolutePath(), environment, Optional.empty());
    Ending ending;
    try {
      ending = program.run(streams, limit, () -> false, process -> {});
    } catch (IOException missing) {
      throw new CommandMissingException(String.valueOf(missing.getMessage()), missing);
    }
    if (ending instanceof Ending.Exited exited) {
      return new Answer(exited.code(), text(output), text(error));
    }
    throw new NoAnswerException("%s: %s".formatted(command.get(0), ending));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
