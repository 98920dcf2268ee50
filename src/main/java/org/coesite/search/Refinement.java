package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;
import org.jspecify.annotations.Nullable;

/** The steps of the hand-off: which structures are refined, how, and what that led to. */
public final class Refinement {

  /** What the ids of references begin with; those of structures begin with a generation. */
  static final String REFERENCE = "ref-";

  private final SearchStore store;
  private final Crystallography crystallography;
  private final FailureHandling failures;
  private final Workplaces workplaces;
  private final WorkClock clock;
  private final RescreenedPhases phases;

  /** Steps over a store, whose work is done in places; the clock counts what comparisons take. */
  public Refinement(
      SearchStore store,
      Crystallography crystallography,
      FailureHandling failures,
      Workplaces workplaces,
      WorkClock clock) {
    this.store = store;
    this.crystallography = crystallography;
    this.failures = failures;
    this.workplaces = workplaces;
    this.clock = clock;
    this.phases = new RescreenedPhases(store);
  }

  /** How a search refines, absent if it does not. */
  public Optional<RefinementSettings> settings(String search) {
    return store.searches().settings(search).refinement();
  }

  /** Where the calculator of a search's refinement runs. */
  Placement placement(String search) {
    SearchSettings settings = store.searches().settings(search);
    return settings.placement(settings.refinement().orElseThrow().calculator());
  }

  /**
   * Chooses what is refined and keeps the choice: unique structures as the last screening ranks
   * them, lowest first, within the window and up to the maximum, then the references.
   *
   * @return their ids
   */
  public List<String> choose(String search) {
    SearchSettings settings = store.searches().settings(search);
    RefinementSettings refinement = settings.refinement().orElseThrow();
    List<String> subjects = new ArrayList<>();
    RescreenedPhases.lowest(phases.last(search), refinement.window(), refinement.candidates())
        .forEach(phase -> subjects.add(refinement.subject(phase.id())));
    if (refinement.references()) {
      knownPhases(search).keySet().forEach(id -> subjects.add(refinement.subject(id)));
    }
    store.refinements().plan(search, subjects);
    return store.refinements().planned(search);
  }

  /** What is known of structures, given by their ids, before they are refined. */
  List<PlannedSubject> known(String search, List<String> subjects) {
    List<RescreenedPhases.Ranked> ranked = phases.last(search);
    return subjects.stream().map(subject -> known(search, subject, ranked)).toList();
  }

  private PlannedSubject known(
      String search, String subject, List<RescreenedPhases.Ranked> ranked) {
    String id = RefinementSettings.structure(subject);
    Structure start = start(search, subject);
    @Nullable Double above =
        ranked.stream()
            .filter(one -> one.id().equals(id))
            .map(one -> one.energyPerAtom() - ranked.get(0).energyPerAtom())
            .findFirst()
            .orElse(null);
    return new PlannedSubject(
        subject,
        id,
        id.startsWith(REFERENCE),
        start.composition().toString(),
        above,
        crystallography.spaceGroup(start),
        null,
        null,
        null);
  }

  /**
   * The known phases by ids that would do as names of files; names that become alike get numbers.
   */
  private Map<String, Reference> knownPhases(String search) {
    return knownPhases(store.searches().references(search));
  }

  static Map<String, Reference> knownPhases(List<Reference> references) {
    Map<String, Reference> phases = new LinkedHashMap<>();
    for (Reference reference : references) {
      String id = REFERENCE + reference.name().replaceAll("[^\\w.-]", "-");
      String free = id;
      for (int number = 2; phases.containsKey(free); number++) {
        free = id + "-" + number;
      }
      phases.put(free, reference);
    }
    return phases;
  }

  /** The structure that a refinement begins with. */
  public Structure start(String search, String subject) {
    String structure = RefinementSettings.structure(subject);
    if (structure.startsWith(REFERENCE)) {
      return Optional.ofNullable(knownPhases(search).get(structure))
          .map(Reference::structure)
          .orElseThrow(() -> unknown(search, subject));
    }
    Optional<Converged> rescreened = phases.again(search, structure);
    if (rescreened.isPresent()) {
      return rescreened.get().structure();
    }
    return store.structures().history(search).stream()
        .filter(individual -> individual.candidate().id().equals(structure))
        .flatMap(individual -> individual.relaxed().stream())
        .map(relaxed -> relaxed.structure())
        .findFirst()
        .orElseThrow(() -> unknown(search, subject));
  }

  private String subject(String search, String structure) {
    return settings(search).map(settings -> settings.subject(structure)).orElse(structure);
  }

  private static IllegalArgumentException unknown(String search, String subject) {
    return new IllegalArgumentException(
        "search '%s' has no structure '%s' to refine".formatted(search, subject));
  }

  /** The relaxation of a structure, or its final energy, as a job. */
  public RelaxationJob job(String search, String subject, Purpose purpose) {
    SearchSettings settings = store.searches().settings(search);
    RefinementSettings refinement = settings.refinement().orElseThrow();
    boolean energy = purpose == Purpose.FINAL_ENERGY;
    RelaxationSettings relaxation = refinement.relaxation();
    return new RelaxationJob(
        search,
        settings.seed(),
        subject,
        purpose,
        energy
            ? converged(search, subject, Purpose.REFINE).orElseThrow().structure()
            : start(search, subject),
        refinement.calculator(),
        energy && refinement.singlePoint() ? relaxation.withMaxSteps(0) : relaxation,
        settings.placement(refinement.calculator()));
  }

  private Optional<Converged> converged(String search, String subject, Purpose purpose) {
    return store
        .relaxations()
        .of(search, subject, purpose)
        .filter(Converged.class::isInstance)
        .map(Converged.class::cast);
  }

  /**
   * Where a relaxation stands after its task.
   *
   * @param converged whether it has its result
   * @param undecided the failed attempt that is to be decided on, if there is one
   */
  public record Check(boolean converged, Optional<RelaxationRecord> undecided) {}

  /** Looks at what a task left. */
  public Check check(String search, String subject, Purpose purpose) {
    return new Check(
        converged(search, subject, purpose).isPresent(),
        failures.undecided(search, subject, purpose));
  }

  /** How a relaxation goes on after a decision on its last attempt. */
  public NextStep next(String search, String subject, Purpose purpose) {
    return failures.next(List.of(job(search, subject, purpose)));
  }

  /**
   * Keeps a failed attempt for a task that its guard ended, or that its worker gave up.
   *
   * @param refusal what the worker said; empty if the guard ended it
   */
  public RelaxationRecord abandon(
      String search,
      String subject,
      Purpose purpose,
      String calculator,
      Worker worker,
      Optional<String> refusal) {
    RelaxationJob job = job(search, subject, purpose);
    List<Attempt> before = store.attempts().of(search, subject, purpose);
    AttemptPlan plan = AttemptPlan.of(job, before);
    Instant now = Instant.now();
    Failed failed =
        new Failed(
            refusal.isPresent() ? FailureReason.REFUSED : FailureReason.TIMED_OUT,
            refusal.orElseGet(() -> outlasted(job, plan, before)),
            List.of());
    RelaxationRecord attempt =
        new RelaxationRecord(
            search,
            subject,
            purpose,
            plan.start(),
            calculator,
            "none",
            job.settings(),
            worker,
            plan.number(),
            now,
            now,
            Duration.ZERO,
            failed);
    store.attempts().add(attempt);
    return attempt;
  }

  /** Lines of a file from before the last attempt ended are not of this one. */
  private String outlasted(RelaxationJob job, AttemptPlan plan, List<Attempt> before) {
    Instant begin =
        before.isEmpty() ? Instant.EPOCH : before.get(before.size() - 1).record().ended();
    return workplaces
        .printed(job, plan, begin)
        .below(
            "the task took longer than its guard of "
                + settings(job.search()).orElseThrow().guard());
  }

  /** Compares a refined structure with what it began as; one without an energy is left out. */
  public void compare(String search, String subject) {
    converged(search, subject, Purpose.FINAL_ENERGY)
        .ifPresent(
            refined ->
                store
                    .refinements()
                    .save(
                        search,
                        clock.measure(
                            () ->
                                crystallography.refined(
                                    subject, start(search, subject), refined.structure()))));
  }

  /** Compares all refined structures with the refined references. */
  public void compareAll(String search) {
    // One whose energy was the last thing before the refinement was declined has no comparison yet.
    Set<String> compared =
        store.refinements().of(search).stream()
            .map(RefinedStructure::subject)
            .collect(Collectors.toSet());
    store.refinements().planned(search).stream()
        .filter(subject -> !compared.contains(subject))
        .forEach(subject -> compare(search, subject));
    List<Reference> references =
        knownPhases(search).entrySet().stream()
            .flatMap(
                known ->
                    converged(search, subject(search, known.getKey()), Purpose.FINAL_ENERGY)
                        .stream()
                        .map(
                            refined -> new Reference(known.getValue().name(), refined.structure())))
            .toList();
    for (RefinedStructure refined : store.refinements().of(search)) {
      Structure structure =
          converged(search, refined.subject(), Purpose.FINAL_ENERGY).orElseThrow().structure();
      store
          .refinements()
          .save(
              search,
              refined.withReferences(
                  clock.measure(() -> crystallography.distances(structure, references))));
    }
  }
}
