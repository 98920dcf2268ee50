package org.coesite.adapter.mlpotential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.calculator.BatchingCalculator;

/** The options of a machine-learned potential: those that users give, and what a model is. */
final class ModelOptions {

  static final String FILE = "model.file";
  static final String SHA256 = "model.sha256";
  static final String WARNING = "model.warning";

  private static final String NUMBER = "a whole number from 1 to 999";

  private static final List<Option> ALL =
      List.of(
          new Option(BatchingCalculator.BATCH, Optional.of("5"), "[1-9]\\d{0,2}", NUMBER),
          new Option(
              ModelAddress.DEVICE,
              Optional.of("cpu"),
              "cpu|mps|cuda(:\\d{1,2})?",
              "cpu, cuda, cuda:N or mps"),
          new Option(SHA256, Optional.empty(), "[0-9a-f]{64}", "a SHA-256 of 64 digits"),
          new Option(
              "optimizer",
              Optional.of("fire-bfgs"),
              "fire-bfgs|fire|bfgs",
              "fire-bfgs, fire or bfgs"),
          new Option(ModelAddress.THREADS, Optional.of("1"), "[1-9]\\d{0,2}", NUMBER));

  /** An option with its usual value, if any, and the form that a value must have. */
  private record Option(String key, Optional<String> usual, String form, String words) {}

  private ModelOptions() {}

  /** A line for each option that is unknown or has another form than it must have. */
  static List<String> problems(Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> !option.getKey().equals(FILE) && !option.getKey().equals(WARNING))
        .flatMap(option -> problem(option.getKey(), option.getValue()))
        .toList();
  }

  private static Stream<String> problem(String key, String value) {
    Optional<Option> known = ALL.stream().filter(option -> option.key().equals(key)).findFirst();
    if (known.isEmpty()) {
      return Stream.of(
          "%s: unknown option; there are %s"
              .formatted(key, String.join(", ", ALL.stream().map(Option::key).toList())));
    }
    return value.matches(known.get().form())
        ? Stream.empty()
        : Stream.of("%s: '%s' is not %s".formatted(key, value, known.get().words()));
  }

  /** All options, with the usual values of those that were not given. */
  static SortedMap<String, String> completed(Map<String, String> given) {
    SortedMap<String, String> all = new TreeMap<>();
    ALL.forEach(option -> option.usual().ifPresent(usual -> all.put(option.key(), usual)));
    all.putAll(given);
    return all;
  }

  /** The same with what the model is. */
  static SortedMap<String, String> completed(Map<String, String> given, ModelDescription model) {
    SortedMap<String, String> all = completed(given);
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
