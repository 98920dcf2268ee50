package org.coesite.search;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Verdict;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.symmetry.SpaceGroup;

/**
 * A search that found quartz and cristobalite and has refined quartz, which took two attempts; the
 * refinement of cristobalite was given up, that of stishovite has not begun.
 */
public final class RefinedSearch {

  /** Name of the search. */
  public static final String NAME = "refined";

  /** α-quartz as measured, nine atoms. */
  public static final Structure QUARTZ = silica("alpha-quartz");

  /** Energy of the refined quartz, eV per atom. */
  public static final double LOWEST = -326.5;

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Structure CRISTOBALITE = silica("alpha-cristobalite");
  private static final SearchSettings SETTINGS = SmallSearches.refined("quantum-espresso", false);

  private final SearchStore store;
  private int hour;

  private RefinedSearch(SearchStore store) {
    this.store = store;
  }

  /** Keeps the search in a store. */
  public static void keep(SearchStore store) {
    new RefinedSearch(store).keep();
  }

  private void keep() {
    store
        .searches()
        .create(
            NAME,
            SETTINGS,
            List.of(
                new Reference("alpha-quartz", QUARTZ),
                new Reference("stishovite", silica("stishovite"))));
    found(0, QUARTZ, -42.9, new Origin(OperatorName.RANDOM, List.of(), draws("volume", "12.5")));
    found(
        1,
        CRISTOBALITE,
        -42.8,
        new Origin(OperatorName.STRAIN, List.of("g000s00"), draws("xx", "0.25")));
    store
        .refinements()
        .plan(NAME, List.of("g000s00", "g001s00", "ref-alpha-quartz", "ref-stishovite"));

    failed(
        "g000s00",
        1,
        new Failed(
            FailureReason.KILLED,
            "signal 9 ended pw.x\nthe last lines: iteration # 7",
            List.of(new IonicStep(0, -2930, 0.8, 118))),
        FailureAction.RETRY_SAME);
    refined("g000s00", 2, QUARTZ, LOWEST);
    failed(
        "g001s00",
        1,
        new Failed(FailureReason.SCF_NOT_CONVERGED, "200 of 200 | iterations", List.of()),
        FailureAction.DISCARD);
    refined("ref-alpha-quartz", 1, QUARTZ, LOWEST + 0.001);
    store.searches().setState(NAME, SearchState.STOPPED, "enough");
  }

  private static Structure silica(String phase) {
    return StructureFile.read(Path.of("examples", "silica", "references", phase + ".cif"));
  }

  private static SortedMap<String, String> draws(String name, String value) {
    return new TreeMap<>(Map.of(name, value));
  }

  private void found(int generation, Structure structure, double energyPerAtom, Origin origin) {
    Candidate candidate = new Candidate(generation, 0, origin, structure);
    SpaceGroup group =
        generation == 0 ? new SpaceGroup(154, "P3_221") : new SpaceGroup(92, "P4_12_12");
    store.structures().saveCandidates(NAME, List.of(candidate));
    store
        .structures()
        .saveIndividuals(
            NAME,
            List.of(
                new Individual(
                    candidate,
                    Optional.of(new RelaxedStructure(structure, energyPerAtom, group)),
                    new Verdict.Kept())));
    store
        .relaxations()
        .record(record(candidate.id(), Purpose.SCREEN, 1, converged(structure, energyPerAtom)));
  }

  private void failed(String subject, int attempt, Failed outcome, FailureAction action) {
    RelaxationRecord record = record(subject, Purpose.REFINE, attempt, outcome);
    store.attempts().add(record);
    store.attempts().decide(record, Decision.of(action));
    if (action == FailureAction.DISCARD) {
      store.relaxations().record(record);
    }
  }

  private void refined(String subject, int attempt, Structure structure, double energyPerAtom) {
    Relaxation outcome = converged(structure, energyPerAtom);
    store.relaxations().record(record(subject, Purpose.REFINE, attempt, outcome));
    store.relaxations().record(record(subject, Purpose.FINAL_ENERGY, 1, outcome));
    store
        .refinements()
        .save(
            NAME,
            new RefinedStructure(
                subject,
                new SpaceGroup(154, "P3_221"),
                0.003,
                List.of(new ReferenceDistance("alpha-quartz", 0.0001))));
  }

  private static Converged converged(Structure structure, double energyPerAtom) {
    double energy = energyPerAtom * structure.size();
    double volume = structure.lattice().volume();
    return new Converged(
        structure,
        energy,
        energy,
        0.001,
        0.12,
        StationaryPoint.UNKNOWN,
        List.of(
            new IonicStep(0, energy + 1, 0.5, volume), new IonicStep(1, energy, 0.001, volume)));
  }

  private RelaxationRecord record(
      String subject, Purpose purpose, int attempt, Relaxation outcome) {
    boolean screen = purpose == Purpose.SCREEN;
    RelaxationSettings relaxation =
        new RelaxationSettings(
            List.of("moderate"), 0, 0.001, 0.01, 100, Duration.ofHours(12), false);
    Instant started = START.plus(Duration.ofHours(hour++));
    return new RelaxationRecord(
        NAME,
        subject,
        purpose,
        subject.equals("g001s00") ? CRISTOBALITE : QUARTZ,
        screen ? ToyCalculator.NAME : "quantum-espresso",
        screen ? "1" : "6.7",
        screen ? SETTINGS.relaxation() : relaxation,
        new Worker("node1", "worker-2"),
        attempt,
        started,
        started.plus(Duration.ofMinutes(30)),
        Duration.ofSeconds(1),
        outcome);
  }
}
