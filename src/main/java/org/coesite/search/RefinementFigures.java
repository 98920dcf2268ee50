package org.coesite.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Units;
import org.coesite.crystal.Structure;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
import org.coesite.search.SearchSummary.Refined;
import org.jspecify.annotations.Nullable;

/** Puts the figures of a refinement together from what is kept. */
final class RefinementFigures {

  private final SearchStore store;
  private final Crystallography crystallography;

  RefinementFigures(SearchStore store, Crystallography crystallography) {
    this.store = store;
    this.crystallography = crystallography;
  }

  /** What was refined, lowest energy first. */
  List<Refined> refined(String search, int atomsPerFormula) {
    return store.refinements().of(search).stream()
        .map(result -> refined(search, result, atomsPerFormula))
        .sorted(Comparator.comparingDouble(Refined::energyPerAtom))
        .toList();
  }

  private Refined refined(String search, RefinedStructure result, int atomsPerFormula) {
    String subject = result.subject();
    RelaxationRecord record = energy(search, subject);
    Converged energy = converged(record);
    double perAtom = energy.enthalpy() / energy.structure().size();
    return new Refined(
        subject,
        reference(search, subject),
        record.calculator(),
        record.version(),
        String.join(" ", record.settings().stages()),
        perAtom,
        perAtom / Units.RYDBERG,
        atomsPerFormula * perAtom,
        result.spaceGroup(),
        Cell.of(crystallography.standardised(energy.structure()).lattice()),
        energy.structure().volumePerAtom(),
        energy.pressure(),
        result.moved(),
        rounds(search, subject),
        result.references());
  }

  /** How often the relaxation began with new plane waves; a killed attempt makes no round. */
  private int rounds(String search, String subject) {
    return 1
        + (int)
            store.attempts().of(search, subject, Purpose.REFINE).stream()
                .filter(
                    attempt ->
                        attempt
                            .record()
                            .failure()
                            .equals(Optional.of(FailureReason.BASIS_OUTDATED)))
                .count();
  }

  private RelaxationRecord energy(String search, String subject) {
    return store.relaxations().find(search, subject, Purpose.FINAL_ENERGY).orElseThrow();
  }

  /** A structure is kept as refined only after its energy has converged. */
  private static Converged converged(RelaxationRecord record) {
    if (record.outcome() instanceof Converged converged) {
      return converged;
    }
    throw new IllegalStateException(
        "%s of search %s is kept as refined without an energy: %s"
            .formatted(record.structure(), record.search(), record.complaint()));
  }

  private @Nullable String reference(String search, String subject) {
    return Optional.ofNullable(
            Refinement.knownPhases(store.searches().references(search))
                .get(RefinementSettings.structure(subject)))
        .map(Reference::name)
        .orElse(null);
  }

  /** The refined structures by id in the order of the plan, in their standardised cells. */
  Map<String, Structure> structures(String search) {
    Map<String, Structure> structures = new LinkedHashMap<>();
    for (RefinedStructure result : store.refinements().of(search)) {
      Structure structure = converged(energy(search, result.subject())).structure();
      structures.put(result.subject(), crystallography.standardised(structure));
    }
    return structures;
  }

  /** What was to be refined and has no result, in the order of the plan. */
  List<NotRefined> notRefined(SearchEntry search) {
    List<PlannedSubject> open = new ArrayList<>(store.refinements().described(search.name()));
    for (RefinedStructure result : store.refinements().of(search.name())) {
      open.removeIf(subject -> subject.id().equals(result.subject()));
    }
    return open.stream()
        .map(
            subject ->
                subject.declined() == null
                    ? notRefined(search, subject.id())
                    : new NotRefined(subject.id(), Standing.DECLINED, subject.declined()))
        .toList();
  }

  private NotRefined notRefined(SearchEntry search, String subject) {
    boolean ended =
        switch (search.state()) {
          case RUNNING, INCIDENT -> false;
          case FINISHED, STOPPED, FAILED -> true;
        };
    for (Purpose purpose : List.of(Purpose.FINAL_ENERGY, Purpose.REFINE)) {
      List<Attempt> attempts = store.attempts().of(search.name(), subject, purpose);
      if (!attempts.isEmpty()) {
        Attempt last = attempts.get(attempts.size() - 1);
        Standing standing = ended ? Standing.GIVEN_UP : standing(last);
        return new NotRefined(subject, standing, reason(standing, purpose, last.record()));
      }
    }
    return ended
        ? new NotRefined(subject, Standing.GIVEN_UP, "the search ended without refining it")
        : new NotRefined(subject, Standing.DUE, "not refined yet");
  }

  private static Standing standing(Attempt last) {
    return last.decision()
        .map(
            decision ->
                switch (decision.action()) {
                  case ASK_PERSON -> Standing.WAITING;
                  case DISCARD -> Standing.GIVEN_UP;
                  default -> Standing.DUE;
                })
        .orElse(Standing.DUE);
  }

  private static String reason(Standing standing, Purpose purpose, RelaxationRecord last) {
    return "%s%s, attempt %d with %s: %s (%s)"
        .formatted(
            standing == Standing.WAITING ? "waits for a person: " : "",
            purpose.key(),
            last.attempt(),
            last.calculator(),
            last.failure().orElseThrow(),
            last.complaint());
  }
}
