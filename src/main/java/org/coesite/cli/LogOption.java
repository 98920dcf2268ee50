package org.coesite.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How a command that works until it is stopped tells what happens: to a person or to programs. */
final class LogOption {

  /** As users write them, and as the parts of logback.xml are called. */
  enum Format {
    text,
    json
  }

  private Format format = Format.text;

  /** Logging starts at the first message, so it is set up while the arguments are read. */
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "How the log is written on standard error: text, or json, one object per line by the"
              + " Elastic Common Schema (${DEFAULT-VALUE}).")
  void setFormat(Format asked) {
    format = asked;
    System.setProperty("coesite.log.format", asked.name());
    System.setProperty("coesite.log.events", "INFO");
  }

  /** Tells something that is not about a search; in JSON it is a line of the log. */
  void note(Output output, String text) {
    if (format == Format.json) {
      LoggerFactory.getLogger(LogOption.class).info("{}", text);
    } else {
      output.note("coesite: " + text);
    }
  }
}
