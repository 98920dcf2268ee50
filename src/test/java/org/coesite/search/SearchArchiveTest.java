package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.calculator.FailureReason;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.evolution.Population;
import org.coesite.evolution.Verdict;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchArchiveTest {

  private final SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:archive");
  private final SearchArchive archive =
      new SearchArchive(
          Path.of("never-written"), database, new Crystallography(SymmetryFinder.create()));

  @BeforeEach
  void keepASearch() {
    RefinedSearch.keep(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void refined_structures_come_with_their_figures_lowest_energy_first() {
    List<Refined> refined = archive.summary(RefinedSearch.NAME).refined();

    assertThat(refined)
        .extracting(Refined::structure)
        .containsExactly("g000s00", "ref-alpha-quartz");
    Refined quartz = refined.get(0);
    assertThat(quartz.reference()).isNull();
    assertThat(quartz.method()).isEqualTo("quantum-espresso 6.7, protocol moderate");
    assertThat(quartz.energyPerAtom()).isCloseTo(RefinedSearch.LOWEST, within(1e-12));
    assertThat(quartz.energyPerAtomRydberg())
        .as("1 Ry = 13.605693122994 eV")
        .isCloseTo(-23.9973071, within(1e-6));
    assertThat(quartz.energyPerFormula()).isCloseTo(3 * RefinedSearch.LOWEST, within(1e-9));
    assertThat(quartz.lattice().c()).isCloseTo(5.4, within(0.05));
    assertThat(quartz.lattice().gamma()).isCloseTo(120, within(1e-6));
    assertThat(quartz.volumePerAtom())
        .isCloseTo(RefinedSearch.QUARTZ.volumePerAtom(), within(1e-9));
    assertThat(quartz.pressure()).isEqualTo(0.12);
    assertThat(quartz.moved()).isEqualTo(0.003);
    assertThat(quartz.rounds()).as("the killed attempt makes no round").isEqualTo(1);
    assertThat(quartz.references()).hasSize(1);
    assertThat(refined.get(1).reference()).isEqualTo("alpha-quartz");
    assertThat(refined.get(1).above(refined)).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void what_could_not_be_refined_has_its_reason() {
    assertThat(archive.summary(RefinedSearch.NAME).notRefined())
        .containsExactly(
            new NotRefined(
                "g001s00",
                Standing.GIVEN_UP,
                "refine, attempt 1 with quantum-espresso: SCF_NOT_CONVERGED (200 of 200 |"
                    + " iterations)"),
            new NotRefined(
                "ref-stishovite", Standing.GIVEN_UP, "the search ended without refining it"));
  }

  @Test
  void what_waits_for_its_refinement_is_not_refined_yet() {
    database.searches().setState(RefinedSearch.NAME, SearchState.RUNNING, null);

    assertThat(archive.summary(RefinedSearch.NAME).notRefined())
        .contains(new NotRefined("ref-stishovite", Standing.DUE, "not refined yet"));
  }

  @Test
  void what_waits_for_a_person_says_so_with_the_reason() {
    RelaxationRecord last =
        database.attempts().of(RefinedSearch.NAME, "g001s00", Purpose.REFINE).get(0).record();
    database.attempts().decide(last, Decision.of(FailureAction.ASK_PERSON));
    database.searches().setState(RefinedSearch.NAME, SearchState.INCIDENT, "mend it");

    assertThat(archive.summary(RefinedSearch.NAME).notRefined())
        .contains(
            new NotRefined(
                "g001s00",
                Standing.WAITING,
                "waits for a person: refine, attempt 1 with quantum-espresso: SCF_NOT_CONVERGED"
                    + " (200 of 200 | iterations)"));
  }

  @Test
  void a_population_is_counted_again_only_when_more_was_ranked() {
    Population before = archive.population(RefinedSearch.NAME);

    assertThat(archive.population(RefinedSearch.NAME)).isSameAs(before);

    Candidate failed =
        new Candidate(
            2,
            0,
            new Origin(OperatorName.RANDOM, List.of(), new TreeMap<>()),
            RefinedSearch.QUARTZ);
    database.structures().saveCandidates(RefinedSearch.NAME, List.of(failed));
    database
        .structures()
        .saveIndividuals(
            RefinedSearch.NAME,
            List.of(new Individual(failed, Optional.empty(), new Verdict.Failed("collapsed"))));

    assertThat(archive.population(RefinedSearch.NAME).relaxations())
        .isEqualTo(before.relaxations() + 1);
    assertThat(archive.population(RefinedSearch.NAME).phases()).hasSize(2);
  }

  @Test
  void the_summary_names_composition_calculators_and_potentials() {
    SearchMethods methods = archive.summary(RefinedSearch.NAME).settings();

    assertThat(methods.composition()).isEqualTo("SiO2");
    assertThat(methods.screening().calculator()).isEqualTo(ToyCalculator.NAME);
    assertThat(methods.screening().version()).isEqualTo("1");
    assertThat(methods.refinement())
        .isNotNull()
        .satisfies(
            refinement -> {
              assertThat(refinement.calculator()).isEqualTo("quantum-espresso");
              assertThat(refinement.version()).isEqualTo("6.7");
            });
  }

  @Test
  void a_search_that_does_not_refine_has_neither() {
    database.searches().create("plain", SmallSearches.of(1, 1), List.of());

    assertThat(archive.summary("plain").refined()).isEmpty();
    assertThat(archive.summary("plain").notRefined()).isEmpty();
    assertThat(archive.refinedStructures("plain")).isEmpty();
  }

  @Test
  void progress_counts_what_is_refined_and_what_was_given_up() {
    SearchProgress progress = archive.progress(RefinedSearch.NAME);

    assertThat(progress.toRefine()).isEqualTo(4);
    assertThat(progress.refined()).isEqualTo(3);
  }

  @Test
  void refined_structures_are_found_by_their_ids() {
    assertThat(archive.refinedStructures(RefinedSearch.NAME))
        .containsOnlyKeys("g000s00", "ref-alpha-quartz")
        .allSatisfy((id, structure) -> assertThat(structure.size()).isEqualTo(9));
  }

  @Test
  void the_audit_lists_every_attempt_once_in_the_order_of_its_beginning() {
    List<AuditEntry> entries = archive.audit(RefinedSearch.NAME);

    assertThat(entries)
        .extracting(entry -> entry.record().structure() + " " + entry.record().purpose().key())
        .containsExactly(
            "g000s00 screen",
            "g001s00 screen",
            "g000s00 refine",
            "g000s00 refine",
            "g000s00 energy",
            "g001s00 refine",
            "ref-alpha-quartz refine",
            "ref-alpha-quartz energy");
    AuditEntry killed = entries.get(2);
    assertThat(killed.record().failure()).contains(FailureReason.KILLED);
    assertThat(killed.decisions()).containsExactly(Decision.of(FailureAction.RETRY_SAME));
    assertThat(killed.energy()).isEmpty();
    AuditEntry second = entries.get(3);
    assertThat(second.record().attempt()).isEqualTo(2);
    assertThat(second.steps()).isOne();
    assertThat(second.energyPerAtom().orElseThrow()).isCloseTo(RefinedSearch.LOWEST, within(1e-9));
    assertThat(entries.get(5).decisions()).containsExactly(Decision.of(FailureAction.DISCARD));
  }

  @Test
  void the_audit_of_a_structure_has_its_origin_and_all_steps() {
    StructureAudit audit = archive.audit(RefinedSearch.NAME, "g000s00").orElseThrow();

    assertThat(audit.origin().orElseThrow().operator()).isEqualTo(OperatorName.RANDOM);
    assertThat(audit.origin().orElseThrow().draws()).containsEntry("volume", "12.5");
    assertThat(audit.attempts())
        .extracting(entry -> entry.record().outcome().steps().size())
        .containsExactly(2, 1, 2, 2);
  }

  @Test
  void the_audit_of_a_known_phase_has_no_origin() {
    StructureAudit audit = archive.audit(RefinedSearch.NAME, "ref-alpha-quartz").orElseThrow();

    assertThat(audit.origin()).isEmpty();
    assertThat(audit.attempts()).hasSize(2);
  }

  @Test
  void the_audit_knows_what_is_not_there() {
    assertThat(archive.audit(RefinedSearch.NAME, "g099s99")).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> archive.audit("absent"))
        .isInstanceOf(SearchNameException.class)
        .hasMessageContaining("'absent'");
  }
}
