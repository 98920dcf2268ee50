package org.coesite.report;

import java.util.List;
import java.util.stream.Collectors;
import org.coesite.search.SearchSummary.ReferenceDistance;

/** A section with cosine distances: a row for each structure, a column for each known phase. */
final class DistanceTable {

  private DistanceTable() {}

  /** The distances of a structure. */
  record Row(String structure, List<ReferenceDistance> distances) {}

  /** Heading and table in Markdown; nothing if no row has a distance. */
  static String of(String heading, List<Row> rows) {
    List<String> names =
        rows.stream()
            .flatMap(row -> row.distances.stream().map(ReferenceDistance::name))
            .distinct()
            .sorted()
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## " + heading + "\n\n");
    text.append("| # | structure | ").append(String.join(" | ", names)).append(" |\n");
    text.append("|--:|---|").append("--:|".repeat(names.size())).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String cells =
          names.stream()
              .map(name -> distance(row.distances, name))
              .collect(Collectors.joining(" | "));
      text.append("| %d | %s | %s |\n".formatted(i + 1, row.structure, cells));
    }
    return text.append('\n').toString();
  }

  private static String distance(List<ReferenceDistance> distances, String name) {
    return distances.stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .map(r -> Format.fixed(r.cosineDistance(), 4))
        .orElse("");
  }
}
