package org.coesite.adapter.quantumespresso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.coesite.execution.Ending;
import org.jspecify.annotations.Nullable;

/** A run of the real pw.x 6.7 with all that it left, by its entry in index.json. */
record RecordedRun(String folder, JsonNode entry, JsonNode run) {

  private static final String CASES = "/quantum-espresso/cases/";
  private static final String MORE = "/quantum-espresso/more/";

  /** The last run of each case. */
  static List<RecordedRun> lastOfEach() {
    return lastOfEach(CASES);
  }

  /** Those that were recorded with this adapter, each a failure. */
  static List<RecordedRun> more() {
    return lastOfEach(MORE);
  }

  private static List<RecordedRun> lastOfEach(String folder) {
    List<RecordedRun> all = new ArrayList<>();
    for (JsonNode entry : index(folder).get("cases")) {
      all.add(new RecordedRun(folder, entry, entry.get("runs").get(entry.get("runs").size() - 1)));
    }
    return all;
  }

  /** The first run of a case. */
  static RecordedRun first(String name) {
    for (JsonNode entry : index(CASES).get("cases")) {
      if (entry.get("case").asText().equals(name)) {
        return new RecordedRun(CASES, entry, entry.get("runs").get(0));
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static JsonNode index(String folder) {
    try {
      return new ObjectMapper().readTree(bytes(folder + "index.json").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return entry.get("case").asText();
  }

  String what() {
    return entry.get("what").asText();
  }

  @Override
  public String toString() {
    return name();
  }

  Verdict verdict() {
    return Judge.on(asked(), traces());
  }

  Traces traces() {
    int code = run.get("exit_code").asInt();
    boolean earlier = entry.get("runs").size() > 1 && run.equals(entry.get("runs").get(0));
    String xml = earlier ? "data-file-schema.before-restart.xml" : "data-file-schema.xml";
    return new Traces(
        code < 0 ? new Ending.Killed(-code) : new Ending.Exited(code),
        new PwOutput(text(run.get("stdout").asText())),
        text(run.get("stdout").asText().replace(".out", ".err")),
        bytes(folder + name() + "/" + xml + ".gz"),
        List.of());
  }

  /** By its input file; where that has no k-points, 3 x 3 x 3 were meant. */
  Asked asked() {
    String input = text(run.get("input").asText());
    boolean meshLost = !input.contains("K_POINTS");
    return new Asked(
        word(input, "calculation = '([\\w-]+)'", "scf"),
        input.contains("K_POINTS gamma")
            ? Optional.empty()
            : KMesh.parse(
                meshLost
                    ? "3 3 3"
                    : word(input, "K_POINTS automatic\\s+(\\d+ \\d+ \\d+)", "1 1 1")),
        number(input, "ecutwfc", 25),
        number(input, "ecutrho", 200),
        number(input, "conv_thr", 1e-8),
        number(input, "etot_conv_thr", 1e-4),
        number(input, "forc_conv_thr", 1e-3),
        number(input, "press_conv_thr", 0.5),
        number(input, "press", 0));
  }

  private static double number(String input, String key, double otherwise) {
    String word = word(input, "(?m)^\\s*" + key + "\\s*=\\s*(\\S+)", "");
    return word.isEmpty() ? otherwise : Double.parseDouble(word.replace('d', 'e'));
  }

  private static String word(String input, String pattern, String otherwise) {
    Matcher matcher = Pattern.compile(pattern).matcher(input);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  private String text(String file) {
    return bytes(folder + name() + "/" + file)
        .map(b -> new String(b, StandardCharsets.UTF_8))
        .orElse("");
  }

  private static Optional<byte[]> bytes(String file) {
    try (@Nullable InputStream stream = RecordedRun.class.getResourceAsStream(file)) {
      if (stream == null) {
        return Optional.empty();
      }
      return Optional.of(
          (file.endsWith(".gz") ? new GZIPInputStream(stream) : stream).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
