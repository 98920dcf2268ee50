package org.coesite.web.optimade;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.coesite.web.optimade.Filter.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Items of a list, or items at the same place of several, are as demanded; of lists that differ in
 * length, what the shortest has is looked at.
 *
 * @param demands one row for each value asked for, with one demand for each list
 */
record ListCondition(List<Term> lists, Quantity quantity, List<List<ItemDemand>> demands)
    implements Condition {

  @Override
  public Truth of(StructureEntry entry) {
    List<List<?>> columns = new ArrayList<>();
    for (Term list : lists) {
      @Nullable Object items = list.of(entry);
      if (items == null) {
        return Truth.UNKNOWN;
      }
      columns.add((List<?>) items);
    }
    int places = columns.stream().mapToInt(List::size).min().orElse(0);
    int rows = demands.size();
    return switch (quantity) {
      case ALL -> every(rows, row -> any(places, place -> meets(entry, columns, place, row)));
      case ANY -> any(rows, row -> any(places, place -> meets(entry, columns, place, row)));
      case ONLY -> every(places, place -> any(rows, row -> meets(entry, columns, place, row)));
    };
  }

  private static Truth any(int end, IntFunction<Truth> truth) {
    return IntStream.range(0, end).mapToObj(truth).reduce(Truth.FALSE, Truth::or);
  }

  private static Truth every(int end, IntFunction<Truth> truth) {
    return IntStream.range(0, end).mapToObj(truth).reduce(Truth.TRUE, Truth::and);
  }

  private Truth meets(StructureEntry entry, List<List<?>> columns, int place, int row) {
    Truth meets = Truth.TRUE;
    for (int i = 0; i < columns.size(); i++) {
      meets = meets.and(demands.get(row).get(i).of(columns.get(i).get(place), entry));
    }
    return meets;
  }
}
