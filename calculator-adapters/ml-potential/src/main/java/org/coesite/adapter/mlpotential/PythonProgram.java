package org.coesite.adapter.mlpotential;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coesite.execution.Conversation;

/**
 * The worker's Python code on an interpreter. The code is part of this program, which Python reads
 * like a folder, so that both are always of one version.
 *
 * @param interpreter for example {@code .venv/bin/python3}
 * @param code folder or jar with the package {@code coesite_ml}
 */
record PythonProgram(Path interpreter, Path code) {

  /** Takes our code in place of the working directory, whose files could be taken for ours. */
  private static final String BEGIN =
      "import sys; sys.path[0] = sys.argv.pop(1);"
          + " from coesite_ml.main import main; sys.exit(main())";

  static PythonProgram on(Path interpreter) {
    try {
      return new PythonProgram(
          interpreter,
          Path.of(PythonProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Conversation started(ModelAddress address) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(interpreter.toString(), "-c", BEGIN, code.toString()));
    command.addAll(address.arguments());
    return Conversation.started(command, Map.of("PYTHONUNBUFFERED", "1"));
  }

  @Override
  public String toString() {
    return interpreter.toString();
  }
}
