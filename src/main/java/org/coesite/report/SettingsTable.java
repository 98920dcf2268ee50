package org.coesite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coesite.search.SearchMethods;
import org.coesite.search.SearchMethods.Method;

/** The section of table.md that names the settings which the numbers rest on. */
final class SettingsTable {

  private SettingsTable() {}

  /** Markdown with an empty line at its end. */
  static String of(SearchMethods methods) {
    List<String> rows = new ArrayList<>();
    rows.add(row("composition", methods.composition()));
    Method screening = methods.screening();
    rows.add(row("screening", named(screening)));
    rows.add(row("potential", String.join(" → ", screening.stages())));
    rows.add(row("pressure", pressure(screening)));
    rows.addAll(options("screening", screening));
    Method refinement = methods.refinement();
    if (refinement != null) {
      rows.add(row("refinement", named(refinement)));
      rows.add(row("refinement: protocol", String.join(" → ", refinement.stages())));
      rows.add(row("refinement: pressure", pressure(refinement)));
      rows.addAll(options("refinement", refinement));
    }
    if (!methods.amendments().isEmpty()) {
      rows.add(row("amended", String.join("; then ", methods.amendments())));
    }
    String units =
        rows.stream().anyMatch(row -> row.contains(": cutoff"))
            ? "Options and their units: calculator-adapters/quantum-espresso/README.md.\n\n"
            : "";
    return "## Settings\n\n| | |\n|---|---|\n" + String.join("", rows) + "\n" + units;
  }

  /**
   * The file itself, so that the search can be repeated: a section with an empty line before it.
   */
  static String source(SearchMethods methods) {
    return "\n## search.yaml\n\n````yaml\n" + methods.source().strip() + "\n````\n";
  }

  private static String named(Method method) {
    return method.version() == null
        ? method.calculator()
        : method.calculator() + " " + method.version();
  }

  private static String pressure(Method method) {
    return String.format(Locale.ROOT, "%s GPa", method.pressure());
  }

  private static List<String> options(String prefix, Method method) {
    return method.options().entrySet().stream()
        .map(option -> row(prefix + ": " + option.getKey(), option.getValue()))
        .toList();
  }

  private static String row(String name, String value) {
    return "| %s | %s |\n".formatted(name, value.replace("|", "\\|"));
  }
}
