package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Optional;

/** What the value of an option has to be. */
sealed interface OptionRule {

  /** What is wrong with a value; empty if nothing is. */
  Optional<String> problem(String value);

  /** A number within limits. */
  record Range(double minimum, double maximum, boolean whole, String unit) implements OptionRule {
    @Override
    public Optional<String> problem(String value) {
      try {
        double number = Double.parseDouble(value);
        if (number >= minimum && number <= maximum && (!whole || number == Math.rint(number))) {
          return Optional.empty();
        }
      } catch (NumberFormatException e) {
        return Optional.of(limits(value));
      }
      return Optional.of(limits(value));
    }

    private String limits(String value) {
      return "'%s' is no %s from %s to %s %s"
          .formatted(value, whole ? "whole number" : "number", text(minimum), text(maximum), unit)
          .strip();
    }

    private static String text(double number) {
      return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements OptionRule {
    @Override
    public Optional<String> problem(String value) {
      return words.contains(value)
          ? Optional.empty()
          : Optional.of("'%s' is none of %s".formatted(value, String.join(", ", words)));
    }
  }

  /** Three numbers of k-points. */
  record Mesh() implements OptionRule {
    @Override
    public Optional<String> problem(String value) {
      return KMesh.parse(value).isPresent()
          ? Optional.empty()
          : Optional.of("'%s' is no mesh: three whole numbers from 1 to 999".formatted(value));
    }
  }

  /** Any text without quotation marks, which would end it in the input file. */
  record Text() implements OptionRule {
    @Override
    public Optional<String> problem(String value) {
      return value.isBlank() || value.contains("'") || value.contains("\n")
          ? Optional.of("'%s' is empty or holds a quotation mark".formatted(value))
          : Optional.empty();
    }
  }
}
