package org.coesite.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Origin;
import org.coesite.evolution.Population;
import org.coesite.evolution.RelaxedStructure;

/**
 * What is known of the searches of a data directory, and what can be told them without an engine.
 * Each method that takes the name of a search throws {@link SearchNameException} if there is none
 * of this name.
 */
public class SearchArchive {

  /**
   * So many relaxations tell the pace: some generations, since waiting for the last is part of it.
   */
  private static final int PACED = 60;

  private final Path dataDirectory;
  private final SearchStore store;
  private final Crystallography crystallography;
  private final Populations populations;

  /** Reads from a store that belongs to a data directory. */
  public SearchArchive(Path dataDirectory, SearchStore store, Crystallography crystallography) {
    this.dataDirectory = dataDirectory;
    this.store = store;
    this.crystallography = crystallography;
    this.populations = new Populations(store);
  }

  /** All searches, the oldest first. */
  public List<SearchEntry> list() {
    return store.searches().list();
  }

  /** How far a search is. */
  public SearchProgress progress(String name) {
    SearchEntry entry = entry(name);
    SearchSettings settings = store.searches().settings(name);
    Optional<RelaxedStructure> best = store.structures().lowest(name);
    int perFormula = settings.evolution().composition().reduced().atoms();
    List<String> toRefine = store.refinements().planned(name);
    return new SearchProgress(
        entry.state(),
        entry.stop(),
        store.structures().generations(name),
        store.relaxations().outcomes(name).total(),
        settings.stopping().relaxations(),
        best.map(relaxed -> perFormula * relaxed.energyPerAtom()).orElse(null),
        best.map(RelaxedStructure::spaceGroup).orElse(null),
        (int) toRefine.stream().filter(subject -> isRefined(name, subject)).count(),
        toRefine.size());
  }

  private boolean isRefined(String name, String subject) {
    return store.relaxations().has(name, subject, Purpose.FINAL_ENERGY)
        || store
            .relaxations()
            .of(name, subject, Purpose.REFINE)
            .filter(outcome -> !(outcome instanceof Converged))
            .isPresent();
  }

  /**
   * What a search is to refine, declined structures included; empty before that is planned, or if
   * it refines nothing.
   */
  public Optional<RefinementPlan> plan(String name) {
    entry(name);
    List<PlannedSubject> structures = store.refinements().described(name);
    return structures.isEmpty()
        ? Optional.empty()
        : store
            .searches()
            .settings(name)
            .refinement()
            .map(settings -> RefinementPlan.of(settings, structures));
  }

  /** What happened in a search after the event of that number; 0 for all. */
  public List<SearchEvent> eventsAfter(String name, long number) {
    entry(name);
    return store.events().after(name, number);
  }

  /**
   * What a search has found so far; the same object as before if nothing was ranked since, so that
   * asking often costs little.
   */
  public Population population(String name) {
    entry(name);
    return populations.of(name);
  }

  /** With what each structure of a search was screened, by its id. */
  public Map<String, Screening> screenings(String name) {
    entry(name);
    return store.relaxations().screenings(name);
  }

  /** The figures of a search. */
  public SearchSummary summary(String name) {
    return new Summarising(store, crystallography).of(entry(name), populations.of(name));
  }

  /** The points of the energy–fitness diagram, by generation and position. */
  public List<DiagramPoint> diagram(String name) {
    entry(name);
    return Diagram.of(
        atomsPerFormula(name),
        store.structures().diagram(name),
        generation -> store.structures().selection(name, generation));
  }

  /** How many generations of a search are ranked. */
  public int rankedGenerations(String name) {
    entry(name);
    return store.structures().lastRanked(name) + 1;
  }

  /** The points of the generation that is under way, as far as it has relaxed. */
  public List<DiagramPoint> runningDiagram(String name) {
    entry(name);
    return Diagram.linedUp(
        atomsPerFormula(name),
        store.structures().relaxed(name, store.structures().lastRanked(name) + 1));
  }

  /** How long a relaxation takes at the pace of the last ones; empty before there are two. */
  public Optional<Duration> pace(String name) {
    entry(name);
    List<Instant> ends = store.relaxations().lastEnds(name, PACED);
    return ends.size() < 2
        ? Optional.empty()
        : Optional.of(
            Duration.between(ends.get(ends.size() - 1), ends.get(0)).dividedBy(ends.size() - 1));
  }

  /** The lowest energy found after each generation so far, eV per formula unit. */
  public List<Double> trend(String name) {
    entry(name);
    int perFormula = atomsPerFormula(name);
    List<Double> trend = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    for (double energy : store.structures().lowestByGeneration(name)) {
      lowest = Math.min(lowest, perFormula * energy);
      trend.add(lowest);
    }
    return trend;
  }

  /** Atoms of one formula unit of a search. */
  public int atomsPerFormula(String name) {
    return store.searches().settings(name).evolution().composition().reduced().atoms();
  }

  /**
   * Structures of a search after their relaxation, in their standardised cells.
   *
   * @param ids of relaxed structures
   * @return as many structures by id, in the order of the ids
   * @throws IllegalArgumentException if no structure of an id was relaxed
   */
  public Map<String, Structure> structures(String name, List<String> ids) {
    entry(name);
    Map<String, Structure> structures = new LinkedHashMap<>();
    for (String id : ids) {
      Structure relaxed =
          store
              .structures()
              .individual(name, id)
              .flatMap(Individual::relaxed)
              .map(RelaxedStructure::structure)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "search '%s' has no relaxed structure '%s'".formatted(name, id)));
      structures.put(id, crystallography.standardised(relaxed));
    }
    return structures;
  }

  /** A structure or known phase before its first relaxation. */
  public Optional<Structure> start(String name, String id) {
    entry(name);
    String structure = RefinementSettings.structure(id);
    return store
        .structures()
        .candidate(name, structure)
        .map(Candidate::structure)
        .or(
            () ->
                Optional.ofNullable(
                        Refinement.knownPhases(store.searches().references(name)).get(structure))
                    .map(Reference::structure));
  }

  /** A structure after its relaxation, ranked or not, in its standardised cell. */
  public Optional<Structure> relaxed(String name, String id) {
    return after(name, id, Purpose.SCREEN);
  }

  /** A structure or known phase after its refinement, in its standardised cell. */
  public Optional<Structure> refined(String name, String id) {
    return after(name, id, Purpose.FINAL_ENERGY);
  }

  private Optional<Structure> after(String name, String id, Purpose purpose) {
    entry(name);
    return store
        .relaxations()
        .of(name, id, purpose)
        .filter(Converged.class::isInstance)
        .map(Converged.class::cast)
        .map(Converged::structure)
        .map(crystallography::standardised);
  }

  /**
   * A raw file of an attempt that is kept, unpacked.
   *
   * @throws IOException if it cannot be read
   */
  public InputStream open(String name, ListedFile file) throws IOException {
    return rawOutputs().open(name, file);
  }

  /** The structures of {@link SearchSummary#refined()} by id, in their standardised cells. */
  public Map<String, Structure> refinedStructures(String name) {
    entry(name);
    return new RefinementFigures(store, crystallography).structures(name);
  }

  /** Everything computed in a search, failed attempts included, in the order of its beginning. */
  public List<AuditEntry> audit(String name) {
    entry(name);
    return new SearchAudit(store).of(name);
  }

  /** The failed attempts of a search by structure, purpose and number. */
  public List<AuditEntry> failures(String name) {
    entry(name);
    return new SearchAudit(store).failures(name);
  }

  /** What was done with a structure or known phase; empty if the search has none of this id. */
  public Optional<StructureAudit> audit(String name, String structure) {
    entry(name);
    return new SearchAudit(store).of(name, structure);
  }

  /** Looks at all records of a search, the chain that seals them and the raw files they name. */
  public AuditTrail.Verification verify(String name) {
    entry(name);
    return new RawCheck(store.rawFiles(), rawOutputs()).added(name, store.trail().verify(name));
  }

  private RawOutputs rawOutputs() {
    return new RawOutputs(dataDirectory);
  }

  /**
   * Unpacks the raw files of an attempt that are kept.
   *
   * @param folder below which they get their names; none of them is there yet
   * @return how many they are
   * @throws IOException if one cannot be read or written, or is there already
   */
  public int extract(String name, AuditEntry attempt, Path folder) throws IOException {
    int files = 0;
    for (ListedFile file : attempt.files()) {
      if (file.kept()) {
        rawOutputs().extract(name, file, folder);
        files++;
      }
    }
    return files;
  }

  /** All links of the chain with what they seal. */
  public void export(String name, Consumer<AuditTrail.Link> sink) {
    entry(name);
    store.trail().export(name, sink);
  }

  /** How the ranked structures of a search were made, by their ids. */
  public Map<String, Origin> origins(String name) {
    entry(name);
    Map<String, Origin> origins = new LinkedHashMap<>();
    store
        .structures()
        .history(name)
        .forEach(
            individual ->
                origins.put(individual.candidate().id(), individual.candidate().origin()));
    return origins;
  }

  /**
   * Gives a structure to a search; the next generation that is made takes it.
   *
   * @param file name of the file, which tells its format
   * @param content text of the file
   * @param person who gives it
   * @return its number within the search, from 1
   * @throws org.coesite.crystal.format.StructureFormatException with place and number if it cannot
   *     be read or does not fit into the search
   */
  public int inject(String name, String file, String content, String person) {
    return new Injection(store, crystallography).add(entry(name), file, content, person);
  }

  /**
   * The text of a search.yaml by which a search would relax some more structures before anything
   * but the time ends it.
   *
   * @param more how many
   */
  public String searchingOn(String name, int more) {
    SearchEntry entry = entry(name);
    return SearchingOn.text(store.searches().settings(name), entry, populations.of(name), more);
  }

  /** The known phases that a search compares with. */
  public List<Reference> references(String name) {
    entry(name);
    return store.searches().references(name);
  }

  /** Where the report of a search is written. */
  public Path reportDirectory(String name) {
    return dataDirectory.resolve(name).resolve("report");
  }

  /** A search as {@link #list} has it. */
  public final SearchEntry entry(String name) {
    return store
        .searches()
        .find(name)
        .orElseThrow(
            () ->
                new SearchNameException(
                    "there is no search '%s' in %s".formatted(name, dataDirectory)));
  }
}
