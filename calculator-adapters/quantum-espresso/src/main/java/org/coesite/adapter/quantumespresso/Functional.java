package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of exchange-correlation functionals, which UPF files spell in several ways. */
final class Functional {

  /** Short names by parts: exchange, correlation and their gradient corrections. */
  private static final Map<String, String> BY_PARTS =
      Map.of(
          "SLA PW PBX PBC", "PBE",
          "SLA PW PBE PBE", "PBE",
          "SLA PW PSX PSC", "PBESOL",
          "SLA PW RPB PBC", "REVPBE",
          "SLA PZ NOGX NOGC", "PZ",
          "SLA PW NOGX NOGC", "PW",
          "SLA PW GGX GGC", "PW91",
          "B88 P86", "BP");

  private Functional() {}

  /** The usual name of a functional; whatever has none keeps its own. */
  static String named(String text) {
    List<String> words = List.of(text.trim().toUpperCase(Locale.ROOT).split("[\\s+-]+"));
    String parts = String.join(" ", words.subList(0, Math.min(4, words.size())));
    return BY_PARTS.getOrDefault(parts, parts);
  }
}
