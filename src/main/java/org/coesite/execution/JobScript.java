package org.coesite.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The script that sbatch is given for a run, after the template {@code slurm-job.sh}. */
record JobScript(ProgramRun run, String jobName) {

  /** End of the name of the file that tells for how many seconds the program worked. */
  static final String SECONDS = ".seconds";

  private static final String TEMPLATE = "/execution/slurm-job.sh";

  private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

  /** Writes it as {@code NAME.sh} and answers its path. */
  Path write() throws IOException {
    return Files.writeString(run.ownFile(".sh"), text());
  }

  String text() {
    Map<String, String> values = values();
    return PLACE
        .matcher(template())
        .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
  }

  private Map<String, String> values() {
    return Map.ofEntries(
        Map.entry("JOB_NAME", jobName),
        Map.entry("FOLDER", inHeader(run.folder().toString())),
        Map.entry("LOG", inHeader(run.ownFile(".slurm").toString().replace("%", "%%"))),
        Map.entry("TIME", Long.toString(minutes(run.limit()))),
        Map.entry("PROCESSES", Integer.toString(run.placement().processes())),
        Map.entry("DIRECTIVES", directives()),
        Map.entry("NOTE", quoted(JobNote.file(run).toString())),
        Map.entry("VARIABLES", variables()),
        Map.entry(
            "COMMAND",
            run.command().stream().map(JobScript::quoted).collect(Collectors.joining(" "))),
        Map.entry("INPUT", quoted(run.inputFile().map(Path::toString).orElse("/dev/null"))),
        Map.entry("STDOUT", quoted(run.outputFile().toString())),
        Map.entry("STDERR", quoted(run.errorFile().toString())),
        Map.entry("SECONDS", quoted(run.ownFile(SECONDS).toString())),
        Map.entry("EXIT", quoted(run.ownFile(".exit").toString())));
  }

  /** Slurm counts limits in whole minutes; a begun one counts. */
  private static long minutes(Duration limit) {
    return Math.max(1, limit.plusMinutes(1).minusMillis(1).toMinutes());
  }

  private String directives() {
    return run.placement().directives().entrySet().stream()
        .map(entry -> "#SBATCH --" + entry.getKey() + inOption(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String inOption(String value) {
    return value.isEmpty() ? "" : "=" + inHeader(value);
  }

  private String variables() {
    return new TreeMap<>(run.environment())
        .entrySet().stream()
            .map(entry -> "export " + entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
            .collect(Collectors.joining());
  }

  /** One word of a header line: sbatch splits it at blanks and ends it at a hash sign. */
  private static String inHeader(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** One word of a shell line. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String template() {
    try (InputStream stream = JobScript.class.getResourceAsStream(TEMPLATE)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + TEMPLATE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
