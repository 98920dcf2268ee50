package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coesite.crystal.Structure;
import org.coesite.search.RescreenedPhases.Ranked;

/** The steps of a second screening: the best structures are relaxed again by another calculator. */
public final class SecondScreening {

  /** So many structures are named in the log of events. */
  private static final int NAMED = 10;

  private final SearchStore store;
  private final StepCalculators calculators;
  private final RescreenedPhases phases;

  /** Over a store; the calculators complete what a step of a model says. */
  public SecondScreening(SearchStore store, StepCalculators calculators) {
    this.store = store;
    this.calculators = calculators;
    this.phases = new RescreenedPhases(store);
  }

  /**
   * Chooses unique structures, lowest first, within the window and up to the maximum.
   *
   * @throws IllegalArgumentException if the calculator cannot work like that, or structures of the
   *     search were screened again in another way
   */
  public Rescreening plan(String search, RescreeningOrder order) {
    SearchSettings settings = store.searches().settings(search);
    List<String> chosen =
        RescreenedPhases.lowest(phases.screened(search), order.window(), order.candidates())
            .map(Ranked::id)
            .toList();
    Rescreening plan =
        new Rescreening(
            order.calculator(), calculators.settings(search, settings, order), List.of(chosen));
    chosen.forEach(structure -> checkSame(search, structure, plan));
    List<Integer> batches =
        Batches.of(chosen.size(), settings.evolution().mostAtoms(), plan.relaxation());
    List<List<String>> split = new ArrayList<>();
    for (int place = 0; place < chosen.size(); place++) {
      if (batches.get(place) == split.size()) {
        split.add(new ArrayList<>());
      }
      split.get(batches.get(place)).add(chosen.get(place));
    }
    store
        .events()
        .add(
            search,
            "%d structures are screened again with %s: %s"
                .formatted(chosen.size(), plan.method(), named(chosen)));
    return new Rescreening(plan.calculator(), plan.relaxation(), split);
  }

  private static String named(List<String> structures) {
    return String.join(" ", structures.subList(0, Math.min(NAMED, structures.size())))
        + (structures.size() > NAMED ? " …" : "");
  }

  /** A ranking of energies from two methods would mean nothing. */
  private void checkSame(String search, String structure, Rescreening plan) {
    store
        .relaxations()
        .find(search, structure, Purpose.RESCREEN)
        .filter(
            before ->
                !before.calculator().equals(plan.calculator())
                    || !before.settings().equals(plan.relaxation()))
        .ifPresent(
            before -> {
              throw new IllegalArgumentException(
                  "%s was screened again with %s (%s) before; a search has one second screening, and %s cannot follow"
                      .formatted(
                          structure,
                          before.calculator(),
                          String.join(", ", before.settings().stages()),
                          plan.method()));
            });
  }

  /** The relaxations of a task, done or not. */
  public List<RelaxationJob> jobs(String search, Rescreening plan, int batch) {
    SearchSettings settings = store.searches().settings(search);
    List<String> structures = plan.batches().get(batch);
    Map<String, Structure> starts =
        store.structures().history(search).stream()
            .filter(individual -> structures.contains(individual.candidate().id()))
            .collect(
                Collectors.toMap(
                    individual -> individual.candidate().id(),
                    individual -> individual.relaxed().orElseThrow().structure()));
    Function<String, RelaxationJob> job =
        structure ->
            new RelaxationJob(
                search,
                settings.seed(),
                structure,
                Purpose.RESCREEN,
                starts.get(structure),
                plan.calculator(),
                plan.relaxation(),
                settings.placement(plan.calculator()));
    return structures.stream().map(job).toList();
  }

  /** Tells how the second screening ranks the structures. */
  public void rank(String search, Rescreening plan) {
    List<String> before = plan.structures();
    List<Ranked> ranked =
        phases.rescreened(search).stream().filter(one -> before.contains(one.id())).toList();
    String order =
        ranked.stream()
            .limit(NAMED)
            .map(
                one ->
                    String.format(
                        Locale.ROOT,
                        "%s %.6f eV per atom (was %d%s)",
                        one.id(),
                        one.energyPerAtom(),
                        before.indexOf(one.id()) + 1,
                        one.same().isEmpty() ? "" : ", the same as " + named(one.same())))
            .collect(Collectors.joining(", "));
    store
        .events()
        .add(
            search,
            "%d structures have become %d of %s: %s"
                .formatted(before.size(), ranked.size(), plan.method(), order));
  }
}
