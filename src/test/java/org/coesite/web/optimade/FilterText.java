package org.coesite.web.optimade;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coesite.web.optimade.Filter.Demand;

/** Writes filters, with brackets around everything that has parts. */
final class FilterText {

  private FilterText() {}

  static String of(Filter filter) {
    if (filter instanceof Filter.And and) {
      return joined(and.parts(), " AND ");
    }
    if (filter instanceof Filter.Or or) {
      return joined(or.parts(), " OR ");
    }
    if (filter instanceof Filter.Not not) {
      return "NOT (" + of(not.part()) + ")";
    }
    if (filter instanceof Filter.Known known) {
      return known.property() + (known.known() ? " IS KNOWN" : " IS UNKNOWN");
    }
    if (filter instanceof Filter.Holds holds) {
      return holds.property().toString();
    }
    if (filter instanceof Filter.Length length) {
      return "%s LENGTH %s %s"
          .formatted(length.list(), length.relation().token(), of(length.length()));
    }
    if (filter instanceof Filter.Has has) {
      return "%s HAS %s %s"
          .formatted(
              has.lists().stream().map(Operand.Name::toString).collect(Collectors.joining(":")),
              has.quantity(),
              has.demands().stream().map(FilterText::row).collect(Collectors.joining(", ")));
    }
    Filter.Comparison comparison = (Filter.Comparison) filter;
    return "%s %s %s"
        .formatted(of(comparison.left()), comparison.relation().token(), of(comparison.right()));
  }

  private static String joined(List<Filter> parts, String by) {
    return parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(by));
  }

  private static String row(List<Demand> row) {
    return row.stream()
        .map(demand -> demand.relation().token() + " " + of(demand.operand()))
        .collect(Collectors.joining(" : "));
  }

  private static String of(Operand operand) {
    if (operand instanceof Operand.Text text) {
      return '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    if (operand instanceof Operand.Amount amount) {
      return Double.toString(amount.amount());
    }
    return operand instanceof Operand.Flag flag
        ? String.valueOf(flag.flag()).toUpperCase(Locale.ROOT)
        : operand.toString();
  }
}
