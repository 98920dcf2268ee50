package org.coesite.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to a file, which is handed over as ISO 8859-1. */
enum Change {
  BYTES_FLIPPED {
    @Override
    String of(String text, Random random) {
      StringBuilder changed = new StringBuilder(text);
      for (int i = 1 + random.nextInt(8); i > 0 && !text.isEmpty(); i--) {
        changed.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
      }
      return changed.toString();
    }
  },
  TRUNCATED {
    @Override
    String of(String text, Random random) {
      return text.substring(0, random.nextInt(text.length() + 1));
    }
  },
  LINES_DROPPED {
    @Override
    String of(String text, Random random) {
      List<String> lines = lines(text);
      int from = random.nextInt(lines.size());
      lines.subList(from, Math.min(lines.size(), from + 1 + random.nextInt(4))).clear();
      return String.join("\n", lines);
    }
  },
  LINES_DOUBLED {
    @Override
    String of(String text, Random random) {
      List<String> lines = lines(text);
      int from = random.nextInt(lines.size());
      int to = Math.min(lines.size(), from + 1 + random.nextInt(4));
      lines.addAll(random.nextInt(lines.size()), List.copyOf(lines.subList(from, to)));
      return String.join("\n", lines);
    }
  },
  LINES_SWAPPED {
    @Override
    String of(String text, Random random) {
      List<String> lines = lines(text);
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      return String.join("\n", lines);
    }
  },
  NUMBER_REPLACED {
    @Override
    String of(String text, Random random) {
      return replaced(text, NUMBER, oneOf(BadPieces.NUMBERS, random), random);
    }
  },
  WORD_REPLACED {
    @Override
    String of(String text, Random random) {
      return replaced(text, WORD, oneOf(BadPieces.WORDS, random), random);
    }
  },
  WORD_TAKEN_FROM_ELSEWHERE {
    @Override
    String of(String text, Random random) {
      List<MatchResult> words = WORD.matcher(text).results().toList();
      return words.isEmpty()
          ? text
          : replaced(text, WORD, words.get(random.nextInt(words.size())).group(), random);
    }
  },
  PIECE_PUT_IN {
    @Override
    String of(String text, Random random) {
      List<String> lines = lines(text);
      lines.add(random.nextInt(lines.size()), oneOf(BadPieces.PIECES, random));
      return String.join("\n", lines);
    }
  },
  PIECE_PUT_FIRST {
    @Override
    String of(String text, Random random) {
      return oneOf(BadPieces.PIECES, random) + "\n" + text;
    }
  },
  LINE_REPEATED_WITHOUT_END(true) {
    @Override
    String of(String text, Random random) {
      List<String> lines = lines(text);
      String line = lines.get(random.nextInt(lines.size())) + "\n";
      lines.add(random.nextInt(lines.size()), line.repeat(LONG / line.length()));
      return String.join("\n", lines);
    }
  },
  WORD_REPEATED_WITHOUT_END(true) {
    @Override
    String of(String text, Random random) {
      String word = oneOf(BadPieces.REPEATED, random);
      return replaced(text, WORD, word.repeat(LONG / word.length()), random);
    }
  },
  ANOTHER_ENCODING(true) {
    @Override
    String of(String text, Random random) {
      byte[] bytes = text.getBytes(oneOf(ENCODINGS, random));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  },
  ALL_NOISE(true) {
    @Override
    String of(String text, Random random) {
      byte[] bytes = new byte[random.nextInt(4000)];
      random.nextBytes(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  };

  /** Length of what has no end, bytes. */
  private static final int LONG = 200_000;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d+(?:\\.\\d*)?(?:[eEdD][-+]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[^\\s\"'<>=,:\\[\\]{}]+");

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_8,
          Charset.forName("IBM037"));

  private static final List<Change> COMMON =
      Arrays.stream(values()).filter(change -> !change.rare).toList();

  private final boolean rare;

  Change() {
    this(false);
  }

  Change(boolean rare) {
    this.rare = rare;
  }

  /** The text after the change. */
  abstract String of(String text, Random random);

  /** A change; those that leave little of a file, or make much of it, are rare. */
  static Change any(Random random) {
    return oneOf(random.nextInt(6) == 0 ? List.of(values()) : COMMON, random);
  }

  static <T> T oneOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  static List<String> lines(String text) {
    return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  static String replaced(String text, Pattern pattern, String by, Random random) {
    Matcher matcher = pattern.matcher(text);
    if (text.isEmpty() || !(matcher.find(random.nextInt(text.length())) || matcher.find(0))) {
      return text + by;
    }
    return text.substring(0, matcher.start()) + by + text.substring(matcher.end());
  }
}
