package org.coesite.adapter.mlpotential;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.calculator.BatchingCalculator;

/** The options of a machine-learned potential: those that users give, and what a model is. */
final class ModelOptions {

  static final String FILE = "model.file";
  static final String SHA256 = "model.sha256";
  static final String WARNING = "model.warning";

  private static final String OPTIMIZER = "optimizer";

  /** Values that hold where none are given. */
  private static final Map<String, String> USUAL =
      Map.of(
          ModelAddress.DEVICE,
          "cpu",
          ModelAddress.THREADS,
          "1",
          BatchingCalculator.BATCH,
          "5",
          OPTIMIZER,
          "fire-bfgs");

  private static final Map<String, String> FORMS =
      Map.of(
          ModelAddress.DEVICE,
          "cpu|mps|cuda(:\\d{1,2})?",
          ModelAddress.THREADS,
          "[1-9]\\d{0,2}",
          BatchingCalculator.BATCH,
          "[1-9]\\d{0,2}",
          OPTIMIZER,
          "fire-bfgs|fire|bfgs",
          SHA256,
          "[0-9a-f]{64}");

  private static final Map<String, String> WORDS =
      Map.of(
          ModelAddress.DEVICE,
          "cpu, cuda, cuda:N or mps",
          ModelAddress.THREADS,
          "a whole number from 1 to 999",
          BatchingCalculator.BATCH,
          "a whole number from 1 to 999",
          OPTIMIZER,
          "fire-bfgs, fire or bfgs",
          SHA256,
          "a SHA-256 of 64 digits");

  private ModelOptions() {}

  /** A line for each option that is unknown or has another form than it must have. */
  static List<String> problems(Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> !option.getKey().equals(FILE) && !option.getKey().equals(WARNING))
        .flatMap(option -> problem(option.getKey(), option.getValue()))
        .toList();
  }

  private static Stream<String> problem(String key, String value) {
    if (!FORMS.containsKey(key)) {
      return Stream.of(
          "%s: unknown option; there are %s"
              .formatted(key, String.join(", ", FORMS.keySet().stream().sorted().toList())));
    }
    return value.matches(FORMS.get(key))
        ? Stream.empty()
        : Stream.of("%s: '%s' is not %s".formatted(key, value, WORDS.get(key)));
  }

  /** All options, with those that were not given and what the model is. */
  static SortedMap<String, String> completed(Map<String, String> given, ModelDescription model) {
    SortedMap<String, String> all = new TreeMap<>(USUAL);
    all.putAll(given);
    all.put(FILE, model.file());
    if (!model.sha256().isEmpty()) {
      all.put(SHA256, model.sha256());
    }
    if (!model.warnings().isEmpty()) {
      all.put(WARNING, String.join("; ", model.warnings()));
    }
    return all;
  }
}
