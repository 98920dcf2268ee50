package org.coesite.report;

import java.util.List;
import java.util.Locale;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.symmetry.SpaceGroup;

/** A table of structures with phase, cell and space group, and further columns of its own. */
final class StructureTable {

  private StructureTable() {}

  /** A structure; the further columns are Markdown that begins and ends with a bar. */
  record Row(String structure, String phase, Cell cell, SpaceGroup spaceGroup, String further) {}

  /** Markdown with an empty line at its end; rows are numbered from 1. */
  static String of(String furtherNames, String furtherAlignment, List<Row> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| # | structure | phase | a | b | c | α | β | γ | space group ");
    text.append(furtherNames).append('\n');
    text.append("|--:|---|---|--:|--:|--:|--:|--:|--:|---").append(furtherAlignment).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      text.append(line(i + 1, rows.get(i)));
    }
    return text.append('\n').toString();
  }

  private static String line(int number, Row row) {
    Cell cell = row.cell;
    return String.format(
        Locale.ROOT,
        "| %d | %s | %s | %.4f | %.4f | %.4f | %.2f | %.2f | %.2f | %s (%d) %s\n",
        number,
        row.structure,
        row.phase,
        cell.a(),
        cell.b(),
        cell.c(),
        cell.alpha(),
        cell.beta(),
        cell.gamma(),
        row.spaceGroup.symbol(),
        row.spaceGroup.number(),
        row.further);
  }
}
