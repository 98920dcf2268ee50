package org.coesite.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.search.SettingsNode.Field;
import org.coesite.search.SettingsNode.Mapping;
import org.coesite.search.SettingsNode.Scalar;
import org.coesite.search.SettingsNode.Sequence;
import org.jspecify.annotations.Nullable;

/** A group of keys in search.yaml, read with their limits. */
final class SettingsSection {

  private static final Pattern DURATION =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|min|h)", Pattern.CASE_INSENSITIVE);

  /** Characters; the time to read a number grows with their square. */
  private static final int LONGEST_NUMBER = 100;

  private static final Map<String, Integer> SECONDS = Map.of("s", 1, "min", 60, "h", 3600);
  private static final Duration LONGEST = Duration.ofDays(365);

  private final String file;
  private final String path;
  private final Mapping mapping;

  private SettingsSection(String file, String path, Mapping mapping) {
    this.file = file;
    this.path = path;
    this.mapping = mapping;
  }

  /** The top level of a file; refuses unknown keys in it. */
  static SettingsSection top(String file, Mapping mapping) {
    return new SettingsSection(file, "", mapping).onlyKnownKeys();
  }

  /** A group of known keys, empty where the file does not mention it. */
  SettingsSection section(String key) {
    return group(key).onlyKnownKeys();
  }

  /** A group whose keys the user makes up, such as pairs of elements. */
  SettingsSection group(String key) {
    @Nullable Field field = mapping.fields().get(key);
    if (field == null) {
      return new SettingsSection(file, path(key), new Mapping(mapping.line(), Map.of()));
    }
    if (!(field.value() instanceof Mapping found)) {
      throw problem(key, field.value().description() + " is not a group of keys");
    }
    return new SettingsSection(file, path(key), found);
  }

  private SettingsSection onlyKnownKeys() {
    return onlyKeys(SettingsKeys.below(path));
  }

  /** Refuses keys that are not among these. */
  SettingsSection onlyKeys(List<String> known) {
    mapping
        .fields()
        .forEach(
            (key, field) -> {
              if (!known.contains(key)) {
                throw new SettingsException(
                    file,
                    field.line(),
                    field.column(),
                    "unknown key '%s'; did you mean '%s'? Known here: %s"
                        .formatted(
                            path(key),
                            SettingsKeys.meant(path, key, known),
                            String.join(", ", known)));
              }
            });
    return this;
  }

  /** The keys of this group in the order of the file. */
  Set<String> keys() {
    return mapping.fields().keySet();
  }

  /** A text that must be there. */
  String text(String key) {
    return optionalText(key)
        .orElseThrow(() -> new SettingsException(file, mapping.line(), 1, path(key), "is missing"));
  }

  /** A text that may be absent. */
  Optional<String> optionalText(String key) {
    return Optional.ofNullable(mapping.fields().get(key)).map(field -> scalar(key, field.value()));
  }

  /** Texts in square brackets or a single one; empty where the key is absent. */
  List<String> texts(String key) {
    @Nullable Field field = mapping.fields().get(key);
    if (field == null) {
      return List.of();
    }
    if (!(field.value() instanceof Sequence sequence)) {
      return List.of(scalar(key, field.value()));
    }
    List<String> texts = new ArrayList<>();
    sequence.items().forEach(item -> texts.add(scalar(key, item)));
    return texts;
  }

  /** A number within limits, or the fallback where the key is absent. */
  double number(String key, double fallback, double minimum, double maximum) {
    return optionalNumber(key, minimum, maximum).orElse(fallback);
  }

  /** A number within limits that may be absent. */
  OptionalDouble optionalNumber(String key, double minimum, double maximum) {
    return optionalText(key)
        .map(text -> OptionalDouble.of(number(key, text, minimum, maximum)))
        .orElse(OptionalDouble.empty());
  }

  /** A whole number within limits, or the fallback where the key is absent. */
  long integer(String key, long fallback, long minimum, long maximum) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return fallback;
    }
    long value;
    try {
      value = Long.parseLong(text.get());
    } catch (NumberFormatException notWhole) {
      throw problem(key, "'%s' is not a whole number".formatted(text.get()));
    }
    checkLimits(key, text.get(), value, minimum, maximum);
    return value;
  }

  /** Yes or no, or the fallback where the key is absent. */
  boolean flag(String key, boolean fallback) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return fallback;
    }
    return switch (text.get()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw problem(key, "'%s' is neither true nor false".formatted(text.get()));
    };
  }

  /** A smallest and a largest value, or the fallback where the key is absent. */
  double[] range(String key, double[] fallback, double minimum, double maximum) {
    @Nullable Field field = mapping.fields().get(key);
    if (field == null) {
      return fallback;
    }
    List<String> texts = texts(key);
    if (texts.size() != 2) {
      throw problem(key, texts.size() + " value(s) given, [smallest, largest] needed");
    }
    double smallest = number(key, texts.get(0), minimum, maximum);
    double largest = number(key, texts.get(1), minimum, maximum);
    if (smallest >= largest) {
      throw problem(key, "%s is not below %s".formatted(texts.get(0), texts.get(1)));
    }
    return new double[] {smallest, largest};
  }

  /** A time such as {@code 90 s}, {@code 30 min} or {@code 2 h}, above 0 and at most a year. */
  Duration duration(String key, Duration fallback) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return fallback;
    }
    Matcher matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      throw problem(key, "'%s' is no time such as 90 s, 30 min or 2 h".formatted(text.get()));
    }
    int unit = SECONDS.get(matcher.group(2).toLowerCase(Locale.ROOT));
    double seconds = Double.parseDouble(matcher.group(1)) * unit;
    checkLimits(key, text.get(), seconds, 0.001, LONGEST.toSeconds());
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** All keys of this group with numbers within limits. */
  Map<String, Double> numbers(double minimum, double maximum) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    keys().forEach(key -> numbers.put(key, number(key, text(key), minimum, maximum)));
    return numbers;
  }

  /** The complaint about a key, at its line. */
  SettingsException problem(String key, String what) {
    @Nullable Field field = mapping.fields().get(key);
    int line = field == null ? mapping.line() : field.line();
    int column = field == null ? 1 : field.column();
    return new SettingsException(file, line, column, path(key), what);
  }

  private double number(String key, String text, double minimum, double maximum) {
    if (text.length() > LONGEST_NUMBER) {
      throw problem(
          key,
          "has %d characters; a number has at most %d".formatted(text.length(), LONGEST_NUMBER));
    }
    double value;
    try {
      value = new BigDecimal(text).doubleValue();
    } catch (NumberFormatException notANumber) {
      throw problem(key, "'%s' is not a number".formatted(text));
    }
    checkLimits(key, text, value, minimum, maximum);
    return value;
  }

  private void checkLimits(String key, String text, double value, double minimum, double maximum) {
    if (value < minimum) {
      throw problem(key, text + " is below " + plain(minimum));
    }
    if (value > maximum) {
      throw problem(key, text + " is above " + plain(maximum));
    }
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private String scalar(String key, SettingsNode node) {
    if (!(node instanceof Scalar scalar)) {
      throw problem(key, node.description() + " is not a single value");
    }
    if (scalar.text().isBlank()) {
      throw problem(key, "has no value");
    }
    return scalar.text().strip();
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
