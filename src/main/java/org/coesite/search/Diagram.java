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
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Selection;
import org.coesite.evolution.Verdict;

/** Lines the structures of each generation up by energy, those carried over among them. */
final class Diagram {

  private Diagram() {}

  /**
   * The points of all ranked generations; failures have no energy and so no point.
   *
   * @param atomsPerFormula atoms of one formula unit
   * @param history all individuals by generation and slot
   * @param selections what was selected from a generation
   */
  static List<DiagramPoint> of(
      int atomsPerFormula, List<Individual> history, IntFunction<Optional<Selection>> selections) {
    Map<String, RelaxedStructure> relaxed = new HashMap<>();
    SortedMap<Integer, List<Entry>> generations = new TreeMap<>();
    for (Individual individual : history) {
      int generation = individual.candidate().generation();
      List<Entry> entries =
          generations.computeIfAbsent(
              generation, number -> carriedOver(number, selections, relaxed));
      individual
          .relaxed()
          .ifPresent(
              figures -> {
                relaxed.put(individual.candidate().id(), figures);
                entries.add(entry(individual, figures));
              });
    }
    List<DiagramPoint> points = new ArrayList<>();
    generations.forEach(
        (generation, entries) -> {
          entries.sort(Comparator.comparingDouble(Entry::energyPerAtom));
          for (int position = 0; position < entries.size(); position++) {
            points.add(entries.get(position).at(generation, position, atomsPerFormula));
          }
        });
    return points;
  }

  private static List<Entry> carriedOver(
      int generation,
      IntFunction<Optional<Selection>> selections,
      Map<String, RelaxedStructure> relaxed) {
    List<Entry> entries = new ArrayList<>();
    selections
        .apply(generation - 1)
        .ifPresent(
            selection ->
                selection
                    .carriedOver()
                    .forEach(
                        id ->
                            entries.add(
                                new Entry(
                                    relaxed.get(id).energyPerAtom(),
                                    OperatorName.CARRIED_OVER,
                                    false))));
    return entries;
  }

  private static Entry entry(Individual individual, RelaxedStructure figures) {
    return new Entry(
        figures.energyPerAtom(),
        individual.candidate().origin().operator(),
        individual.verdict() instanceof Verdict.Discarded);
  }

  private record Entry(double energyPerAtom, OperatorName operator, boolean discarded) {
    DiagramPoint at(int generation, int position, int atomsPerFormula) {
      return new DiagramPoint(
          generation, position, atomsPerFormula * energyPerAtom, operator, discarded);
    }
  }
}
