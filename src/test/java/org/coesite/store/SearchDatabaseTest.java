package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Selection;
import org.coesite.evolution.Verdict;
import org.coesite.search.Purpose;
import org.coesite.search.Reference;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.RelaxationRepository.Outcomes;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchEntry.Effort;
import org.coesite.search.SearchEvent;
import org.coesite.search.SearchNameException;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.search.SmallSearches;
import org.coesite.search.Worker;
import org.coesite.symmetry.SpaceGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchDatabaseTest {

  private static final String SEARCH = "small";
  private static final SearchSettings SETTINGS = SmallSearches.of(3, 5);

  /** Numbers that have no short decimal form. */
  private static final Structure STRUCTURE =
      new Structure(
          Lattice.fromParameters(Math.E, Math.PI, 10.0 / 3, 77.7, 88.8, 99.9),
          List.of(
              new Site(Element.ofSymbol("Si"), new Vector3(1.0 / 3, 2.0 / 3, -1e-17)),
              new Site(Element.ofSymbol("O"), new Vector3(Math.sqrt(0.5), 0, 1.25))));

  private static final List<IonicStep> STEPS =
      List.of(new IonicStep(0, -1.0 / 3, 2.5, 20.1), new IonicStep(1, -2.0 / 3, 0.1, 19.9));

  private final SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:store");

  @BeforeEach
  void keepASearch() {
    database.searches().create(SEARCH, SETTINGS, List.of(new Reference("quartz", STRUCTURE)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Candidate candidate(int generation, int slot) {
    return new Candidate(
        generation,
        slot,
        new Origin(
            OperatorName.CUT_AND_SPLICE,
            List.of("g000s01", "g000s02"),
            new TreeMap<>(Map.of("cut", "0.25", "axis", "b"))),
        STRUCTURE);
  }

  private static RelaxationRecord record(Candidate candidate, String worker, Relaxation outcome) {
    return new RelaxationRecord(
        SEARCH,
        candidate.id(),
        Purpose.SCREEN,
        candidate.structure(),
        "toy",
        "1",
        SETTINGS.relaxation(),
        new Worker("host", worker),
        1,
        Instant.now(),
        Instant.now(),
        Duration.ofMillis(125),
        outcome);
  }

  private static Relaxation converged(double energy) {
    return new Converged(
        STRUCTURE, energy, energy + 0.1, 1e-3, -0.01, StationaryPoint.MINIMUM, STEPS);
  }

  @Test
  void a_search_comes_back_with_settings_state_effort_and_references() {
    database.searches().setState(SEARCH, SearchState.FINISHED, "found");
    Effort effort =
        new Effort(Duration.ofSeconds(10), Duration.ofSeconds(8), Duration.ofSeconds(2));
    database.searches().addEffort(SEARCH, effort);
    database.searches().addEffort(SEARCH, effort);

    SearchEntry entry = database.searches().find(SEARCH).orElseThrow();
    assertThat(database.searches().list()).containsExactly(entry);
    assertThat(entry.seed()).isEqualTo(3);
    assertThat(entry.state()).isEqualTo(SearchState.FINISHED);
    assertThat(entry.stop()).isEqualTo("found");
    assertThat(entry.effort()).isEqualTo(effort.plus(effort));
    assertThat(entry.effort().engineShare()).isEqualTo(0.25);
    assertThat(database.searches().settings(SEARCH)).isEqualTo(SETTINGS);
    assertThat(database.searches().references(SEARCH))
        .containsExactly(new Reference("quartz", STRUCTURE));
    assertThat(database.searches().find("other")).isEmpty();
  }

  @Test
  void a_name_is_given_once() {
    assertThatThrownBy(() -> database.searches().create(SEARCH, SETTINGS, List.of()))
        .isInstanceOf(SearchNameException.class)
        .hasMessage(
            "there is a search 'small' already; resume it, or start this one under another name");
  }

  @Test
  void candidates_come_back_in_the_order_of_their_slots_and_batches() {
    List<Candidate> candidates = List.of(candidate(1, 0), candidate(1, 1), candidate(1, 2));
    database.structures().saveCandidates(SEARCH, candidates.subList(0, 1));
    database.structures().saveCandidates(SEARCH, candidates);
    assertThat(database.structures().generations(SEARCH)).isZero();
    database.structures().saveBatches(SEARCH, 1, List.of(0, 0, 1));

    assertThat(database.structures().candidates(SEARCH, 1)).isEqualTo(candidates);
    assertThat(database.structures().candidates(SEARCH, 0)).isEmpty();
    assertThat(database.structures().batch(SEARCH, 1, 0)).isEqualTo(candidates.subList(0, 2));
    assertThat(database.structures().batch(SEARCH, 1, 1)).isEqualTo(candidates.subList(2, 3));
    assertThat(database.structures().generations(SEARCH)).isOne();
  }

  @Test
  void individuals_come_back_with_every_kind_of_verdict() {
    SpaceGroup group = new SpaceGroup(154, "P3_221");
    Optional<RelaxedStructure> low = Optional.of(new RelaxedStructure(STRUCTURE, -2.0 / 3, group));
    Optional<RelaxedStructure> high = Optional.of(new RelaxedStructure(STRUCTURE, -1.0 / 3, group));
    List<Individual> individuals =
        List.of(
            new Individual(candidate(0, 0), high, new Verdict.Kept()),
            new Individual(candidate(0, 1), high, new Verdict.Duplicate("g000s00", 1e-5, 1.0 / 7)),
            new Individual(candidate(0, 2), low, new Verdict.Discarded("too large")),
            new Individual(candidate(0, 3), Optional.empty(), new Verdict.Failed("collapsed")));
    database
        .structures()
        .saveCandidates(SEARCH, individuals.stream().map(Individual::candidate).toList());

    database.structures().saveIndividuals(SEARCH, individuals);
    database.structures().saveIndividuals(SEARCH, individuals);

    assertThat(database.structures().history(SEARCH)).isEqualTo(individuals);
    assertThat(database.structures().lowest(SEARCH))
        .as("the discarded one does not count")
        .isEqualTo(high);
  }

  @Test
  void a_selection_comes_back() {
    Selection selection =
        new Selection(
            1,
            List.of("g000s04"),
            List.of(new Selection.Mating(0, OperatorName.STRAIN, List.of("g000s04"))));

    database.structures().saveSelection(SEARCH, 0, selection);
    database.structures().saveSelection(SEARCH, 0, selection);

    assertThat(database.structures().selection(SEARCH, 0)).contains(selection);
    assertThat(database.structures().selection(SEARCH, 1)).isEmpty();
  }

  @Test
  void every_kind_of_outcome_comes_back_with_its_steps() {
    List<Relaxation> outcomes =
        List.of(
            converged(-3.3),
            new NotConverged(
                FailureReason.STEPS_SPENT,
                "100 of 100 steps",
                STRUCTURE,
                -1.0 / 3,
                0.3,
                4.2,
                STEPS),
            new Failed(FailureReason.COLLAPSED, "0.2 Å", STEPS.subList(0, 1)));
    for (int slot = 0; slot < outcomes.size(); slot++) {
      assertThat(
              database
                  .relaxations()
                  .record(record(candidate(0, slot), "worker", outcomes.get(slot))))
          .isTrue();
      assertThat(database.relaxations().of(SEARCH, candidate(0, slot).id(), Purpose.SCREEN))
          .contains(outcomes.get(slot));
    }
    assertThat(database.relaxations().outcomes(SEARCH)).isEqualTo(new Outcomes(1, 1, 1));
    assertThat(database.relaxations().calculatorCpu(SEARCH)).isEqualTo(Duration.ofMillis(375));
  }

  @Test
  void a_second_result_for_a_relaxation_is_not_kept() {
    RelaxationRecord first = record(candidate(0, 0), "first", converged(-3));
    RelaxationRecord second = record(candidate(0, 0), "second", converged(-4));

    assertThat(database.relaxations().has(SEARCH, "g000s00", Purpose.SCREEN)).isFalse();
    assertThat(database.relaxations().record(first)).isTrue();
    assertThat(database.relaxations().record(second)).isFalse();

    assertThat(database.relaxations().has(SEARCH, "g000s00", Purpose.SCREEN)).isTrue();
    assertThat(database.relaxations().of(SEARCH, "g000s00", Purpose.SCREEN))
        .contains(converged(-3));
    assertThat(database.relaxations().outcomes(SEARCH).total()).isOne();
  }

  @Test
  void distances_come_back_nearest_first_and_replace_older_ones() {
    database.structures().saveCandidates(SEARCH, List.of(candidate(0, 0)));
    database
        .searches()
        .saveDistances(SEARCH, "g000s00", List.of(new ReferenceDistance("quartz", 0.5)));
    List<ReferenceDistance> distances =
        List.of(new ReferenceDistance("quartz", 0.3), new ReferenceDistance("coesite", 0.2));

    database.searches().saveDistances(SEARCH, "g000s00", distances);

    assertThat(database.searches().distances(SEARCH, "g000s00"))
        .containsExactly(distances.get(1), distances.get(0));
  }

  @Test
  void events_come_in_their_order_and_overlong_ones_are_cut() {
    database.events().add(SEARCH, "first");
    database.events().add(SEARCH, "x".repeat(50_000));

    List<SearchEvent> events = database.events().after(SEARCH, 0);

    assertThat(events).hasSize(2);
    assertThat(events.get(0).text()).isEqualTo("first");
    assertThat(events.get(1).text()).hasSize(20_000).endsWith("…");
    assertThat(database.events().after(SEARCH, events.get(0).number()))
        .containsExactly(events.get(1));
  }
}
