package org.coesite.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coesite.benchmark.Problem;
import org.coesite.benchmark.Score;
import org.coesite.benchmark.Trial;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark prints; component names are the JSON keys.
 *
 * @param seed of the first search
 * @param changed keys of the search that were given other values
 */
record BenchmarkView(
    @JsonIgnoreProperties({"settings"}) Problem problem,
    long seed,
    Map<String, String> changed,
    Score score,
    List<Trial> trials) {

  @JsonIgnore
  String words() {
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            """
            %s: %s
            found        %.0f%% of %d searches within %d structures
            structures   mean %s%s, median %s, best %s, worst %s, sigma %s, half-life %s
            relaxations  %.1f%% duplicates, %.1f%% discarded, %.1f%% failed, %.3f s each with what starting costs
            made by      %s
            """,
            problem.name(),
            problem.about(),
            100 * score.success(),
            score.searches(),
            score.budget(),
            number(score.mean()),
            error(),
            number(score.median()),
            score.best() == null ? "–" : score.best().toString(),
            score.worst() == null ? "–" : score.worst().toString(),
            number(score.sigma()),
            number(score.halfLife()),
            100 * score.duplicates(),
            100 * score.discarded(),
            100 * score.failed(),
            score.secondsPerRelaxation(),
            score.winners()));
    if (score.better() > 0) {
      words.append(
          "BELOW        %d searches found a lower structure than the answer: it is none%n"
              .formatted(score.better()));
    }
    score
        .phases()
        .forEach(
            (phase, share) ->
                words.append(
                    String.format(Locale.ROOT, "phase        %3.0f%% %s%n", 100 * share, phase)));
    for (var peer : problem.peers()) {
      words.append(
          String.format(
              Locale.ROOT,
              "peer         %s: %s, mean %s%s (%s)%n",
              peer.method(),
              peer.success() == null ? "success unknown" : Math.round(100 * peer.success()) + "%",
              number(peer.mean()),
              score.ratios().containsKey(peer.method())
                  ? String.format(
                      Locale.ROOT, ", %.1f times ours", score.ratios().get(peer.method()))
                  : "",
              peer.source()));
    }
    return words.toString().stripTrailing();
  }

  /** Standard error of the mean. */
  private String error() {
    long hits = Math.round(score.success() * score.searches());
    return score.sigma() == null || hits < 2
        ? ""
        : String.format(Locale.ROOT, " ± %.1f", score.sigma() / Math.sqrt(hits));
  }

  private static String number(@Nullable Double number) {
    return number == null ? "–" : String.format(Locale.ROOT, "%.1f", number);
  }
}
