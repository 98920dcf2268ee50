package org.coesite.adapter.gulp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.coesite.execution.Ending;
import org.coesite.execution.Execution;
import org.coesite.execution.ProgramRun;

/**
 * Plays a recorded run instead of starting a program.
 *
 * @param all whether to bring the restart file, the standard error and the ending of the recorded
 *     run as well, or only its output and exit code 0
 */
record ReplayingExecution(Recording recording, boolean all) implements Execution {

  @Override
  public String name() {
    return "replaying";
  }

  @Override
  public Ending run(ProgramRun run, BooleanSupplier interrupted) {
    write(run.outputFile(), recording.outputText());
    write(run.errorFile(), all ? recording.stderr() : "");
    if (!all) {
      return new Ending.Exited(0);
    }
    recording
        .restartText()
        .ifPresent(text -> write(run.folder().resolve(GulpInput.RESTART_FILE), text));
    if ("no_end_stopped_from_outside".equals(recording.reason())) {
      return new Ending.TimedOut(run.limit());
    }
    return recording.exitCode() < 0
        ? new Ending.Killed(-recording.exitCode())
        : new Ending.Exited(recording.exitCode());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
