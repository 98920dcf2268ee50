package org.coesite.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Selection;

/** Lines the structures of each generation up by energy, those carried over among them. */
final class Diagram {

  private static final Comparator<DiagramEntry> BY_ENERGY =
      Comparator.comparingDouble(DiagramEntry::energyPerAtom);

  private Diagram() {}

  /**
   * The points of all generations; failures have no energy and so no point.
   *
   * @param atomsPerFormula atoms of one formula unit
   * @param ranked all ranked structures by generation and slot
   * @param selections what was selected from a generation
   */
  static List<DiagramPoint> of(
      int atomsPerFormula, List<DiagramEntry> ranked, IntFunction<Optional<Selection>> selections) {
    Map<String, DiagramEntry> relaxed = new HashMap<>();
    SortedMap<Integer, List<DiagramEntry>> generations = new TreeMap<>();
    for (DiagramEntry entry : ranked) {
      List<DiagramEntry> members =
          generations.computeIfAbsent(
              entry.generation(), number -> carriedOver(number, selections, relaxed));
      if (entry.energyPerAtom() != null) {
        relaxed.put(entry.structure(), entry);
        members.add(entry);
      }
    }
    List<DiagramPoint> points = new ArrayList<>();
    generations.values().forEach(members -> points.addAll(linedUp(atomsPerFormula, members)));
    return points;
  }

  private static List<DiagramEntry> carriedOver(
      int generation,
      IntFunction<Optional<Selection>> selections,
      Map<String, DiagramEntry> relaxed) {
    List<DiagramEntry> entries = new ArrayList<>();
    selections
        .apply(generation - 1)
        .ifPresent(
            selection ->
                selection
                    .carriedOver()
                    .forEach(id -> entries.add(again(relaxed.get(id), generation))));
    return entries;
  }

  private static DiagramEntry again(DiagramEntry earlier, int generation) {
    return new DiagramEntry(
        earlier.structure(), generation, OperatorName.CARRIED_OVER, earlier.energyPerAtom(), false);
  }

  /** The points of one generation, whose members all have an energy. */
  static List<DiagramPoint> linedUp(int atomsPerFormula, List<DiagramEntry> members) {
    List<DiagramEntry> sorted = members.stream().sorted(BY_ENERGY).toList();
    List<DiagramPoint> points = new ArrayList<>();
    for (int position = 0; position < sorted.size(); position++) {
      DiagramEntry entry = sorted.get(position);
      points.add(
          new DiagramPoint(
              entry.structure(),
              entry.generation(),
              position,
              atomsPerFormula * entry.energyPerAtom(),
              entry.operator(),
              entry.discarded()));
    }
    return points;
  }
}
