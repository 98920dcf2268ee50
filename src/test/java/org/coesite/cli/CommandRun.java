package org.coesite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was run in this process.
 *
 * @param exitCode what the shell would get
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command line; blanks inside an argument are kept. */
  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    int exitCode =
        Coesite.commandLine(new PrintWriter(out), new PrintWriter(err))
            .execute(words.toArray(new String[0]));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Standard output as the one JSON object that it has to be. */
  JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().readTree(out);
  }

  /** A literature structure of the silica example. */
  static Path silica(String phase) {
    return Path.of("examples", "silica", "references", phase + ".cif");
  }
}
