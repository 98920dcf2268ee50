package org.coesite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.coesite.report.SummaryJson;
import org.coesite.search.SearchSummary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command can be asked of its output: JSON instead of words, and more logging. */
final class Output {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  /** Logging starts at the first message, so the level is set while the arguments are read. */
  @Option(names = "--verbose", description = "Log what happens on standard error.")
  void setVerbose(boolean verbose) {
    if (verbose) {
      System.setProperty("coesite.log", "INFO");
    }
  }

  /** Prints the result, as JSON or in words. */
  void result(Object value, String words) {
    print(json ? json(value) : words);
  }

  /** Prints the figures of a search, as summary.json holds them or in words. */
  void summary(SearchSummary summary, Supplier<String> words) {
    print(json ? SummaryJson.of(summary) : words.get());
  }

  /** Where progress and errors go. */
  PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Prints a line on standard output. */
  void print(String text) {
    command.commandLine().getOut().println(text);
    command.commandLine().getOut().flush();
  }

  /** Prints a line on standard error. */
  void note(String text) {
    err().println(text);
    err().flush();
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("no JSON for " + value.getClass(), unwritable);
    }
  }
}
