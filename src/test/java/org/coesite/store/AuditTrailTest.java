package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.search.AuditTrail.Verification;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.ListedFile;
import org.coesite.search.Purpose;
import org.coesite.search.RawFile;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchSettings;
import org.coesite.search.SmallSearches;
import org.coesite.search.Worker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search with three relaxations, a failed attempt and a decision, of which some are tampered. */
class AuditTrailTest {

  private static final String SEARCH = "small";
  private static final SearchSettings SETTINGS = SmallSearches.of(3, 5);
  private static final Structure STRUCTURE =
      new Structure(
          Lattice.fromParameters(3, 3, 3, 90, 90, 90),
          List.of(new Site(Element.ofSymbol("Si"), new Vector3(1.0 / 3, 0, 0))));

  private SearchDatabase database;
  private JdbcClient jdbc;

  @BeforeEach
  void keep_some_records() {
    database = SearchDatabase.open("jdbc:h2:mem:trail;DB_CLOSE_DELAY=0");
    jdbc = JdbcClient.create(database.dataSource());
    database.searches().create(SEARCH, SETTINGS, List.of());
    RelaxationRecord failed =
        record("g000s00", new Failed(FailureReason.KILLED, "signal 9", List.of()));
    database.attempts().add(failed);
    database.attempts().decide(failed, Decision.of(FailureAction.RETRY_SAME));
    for (String structure : List.of("g000s00", "g000s01", "g000s02")) {
      database.relaxations().record(record(structure, converged(-1.25)));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Relaxation converged(double energy) {
    return new Converged(
        STRUCTURE,
        energy,
        energy,
        0.01,
        0,
        StationaryPoint.MINIMUM,
        List.of(new IonicStep(0, -1, 2, 27), new IonicStep(1, energy, 0.01, 26)));
  }

  private static RelaxationRecord record(String structure, Relaxation outcome) {
    Instant now = Instant.now();
    return new RelaxationRecord(
        SEARCH,
        structure,
        Purpose.SCREEN,
        STRUCTURE,
        "toy",
        "1",
        SETTINGS.relaxation(),
        new Worker("host", "one", "12/relax:34"),
        outcome instanceof Failed ? 1 : 2,
        now,
        now.plusMillis(5),
        Duration.ofMillis(5),
        outcome);
  }

  private Verification verification() {
    return database.trail().verify(SEARCH);
  }

  private void change(String statement) {
    assertThat(jdbc.sql(statement).update()).isPositive();
  }

  @Test
  void what_was_not_touched_is_intact_and_ends_in_the_head_that_is_kept() {
    assertThat(verification().problems()).isEmpty();
    assertThat(verification().head().links()).isEqualTo(6);
    assertThat(verification().head()).isEqualTo(database.trail().head(SEARCH));
    assertThat(verification().older()).isZero();
  }

  @Test
  void a_structure_that_a_person_gave_is_sealed_with_the_text_of_its_file() {
    assertThat(database.injections().add(SEARCH, "mine.cif", "data_x", "me", STRUCTURE))
        .isEqualTo(1);
    assertThat(database.injections().add(SEARCH, "mine.cif", "data_x", "me", STRUCTURE))
        .isEqualTo(2);
    assertThat(verification().problems()).isEmpty();
    assertThat(verification().head().links()).isEqualTo(8);

    change("update injected_structure set content = 'data_y' where number = 1");

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("injection 1 is altered");
  }

  @Test
  void one_bit_of_a_stored_energy_names_the_relaxation() {
    double next = Math.nextUp(-1.25);
    jdbc.sql("update relaxation set energy = ? where structure = 'g000s01'").param(next).update();

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("relaxation g000s01/SCREEN is altered");
  }

  @Test
  void an_altered_ionic_step_names_the_relaxation() {
    change(
        "update ionic_step set energy = -2 where number = 0 and relaxation_key in"
            + " (select relaxation_key from relaxation where structure = 'g000s02')");

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("relaxation g000s02/SCREEN is altered");
  }

  @Test
  void a_missing_relaxation_is_named() {
    change("delete from ionic_step where number >= 0");
    change("delete from relaxation where structure = 'g000s00'");

    assertThat(verification().problems()).contains("relaxation g000s00/SCREEN is missing");
  }

  @Test
  void each_decision_table_is_a_record_when_it_is_first_used() {
    assertThat(database.searches().keepPolicy(SEARCH, "<table/>")).isFalse();
    assertThat(database.searches().keepPolicy(SEARCH, "<table/>")).isFalse();
    assertThat(database.searches().keepPolicy(SEARCH, "<another/>")).as("it changed").isTrue();
    assertThat(verification().isIntact()).isTrue();

    change("update failure_policy set content = '<forged/>' where number = 1");

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("policy 1 is altered");
  }

  @Test
  void an_altered_decision_leaves_the_attempt_itself_intact() {
    change("update decision set action = 'DISCARD' where structure = 'g000s00'");

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("decision g000s00/SCREEN/1/1 is altered");
  }

  @Test
  void who_decides_again_adds_a_record_and_the_earlier_decision_stays() {
    RelaxationRecord attempt = database.attempts().all(SEARCH).get(0).record();

    database.attempts().decide(attempt, Decision.of(FailureAction.ASK_PERSON));
    database.attempts().decide(attempt, Decision.of(FailureAction.ASK_PERSON));

    assertThat(verification().problems()).isEmpty();
    assertThat(verification().head().links()).isEqualTo(7);
    assertThat(database.attempts().all(SEARCH).get(0).decisions())
        .hasSize(2)
        .endsWith(Decision.of(FailureAction.ASK_PERSON));
  }

  @Test
  void a_text_without_a_letter_is_not_the_same_as_no_text() {
    change("update relaxation set reason = '' where structure = 'g000s01'");

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("relaxation g000s01/SCREEN is altered");
  }

  @Test
  void a_line_break_in_a_text_cannot_pass_for_the_next_column() {
    change("update attempt set host = 'a', worker = 'b' where structure = 'g000s00'");
    String content = content("attempt", "g000s00");
    change("update attempt set host = concat('a', char(10), 'worker=b'), worker = ''");

    assertThat(content("attempt", "g000s00")).isNotEqualTo(content).contains("host=a\\nworker=b\n");
  }

  private String content(String kind, String structure) {
    List<String> found = new ArrayList<>();
    database
        .trail()
        .export(
            SEARCH,
            link -> {
              if (link.kind().equals(kind) && link.record().startsWith(structure)) {
                found.add(link.content());
              }
            });
    return found.get(0);
  }

  @Test
  void records_that_were_put_in_later_are_named() {
    change(
        "insert into decision (search, structure, purpose, attempt, number, action) values"
            + " ('small', 'g000s00', 'SCREEN', 1, 2, 'DISCARD')");
    change(
        "insert into reference_phase (search, number, name, content) values"
            + " ('small', 9, 'quartz', '')");

    assertThat(verification().problems())
        .containsExactly(
            "reference 9 is not in the chain: it was put in later",
            "decision g000s00/SCREEN/1/2 is not in the chain: it was put in later");
  }

  @Test
  void settings_in_use_that_are_not_the_sealed_ones_are_found() {
    change("update search set seed = 4");

    assertThat(verification().problems())
        .containsExactly("the settings in use are altered: they differ from settings 0");
  }

  @Test
  void a_link_to_what_cannot_be_a_record_is_a_problem_and_no_crash() {
    change("update audit_link set kind = 'RUMOUR' where number = 4");
    change("update audit_link set record = 'g000s00/SCREEN/first' where number = 2");

    assertThat(verification().problems())
        .contains("rumour g000s00/SCREEN is missing", "attempt g000s00/SCREEN/first is missing");
  }

  @Test
  void the_first_link_holds_name_and_seed_of_the_search() {
    assertThat(content("settings", "0")).startsWith("search=small\n").contains("\"seed\":3");
  }

  private static RelaxationRecord withFile(String structure, Relaxation outcome) {
    RelaxationRecord plain = record(structure, outcome);
    RawFile file = new RawFile("run.gout", "ab".repeat(32), 12, new byte[] {1});
    return new RelaxationRecord(
        plain.search(),
        plain.structure(),
        plain.purpose(),
        plain.start(),
        plain.calculator(),
        plain.version(),
        plain.settings(),
        plain.worker(),
        plain.attempt(),
        plain.started(),
        plain.ended(),
        plain.cpu(),
        plain.outcome(),
        List.of(file));
  }

  @Test
  void a_raw_file_belongs_to_its_record() {
    database.relaxations().record(withFile("g000s03", converged(-2)));
    assertThat(verification().problems()).isEmpty();
    assertThat(database.rawFiles().ofResult(SEARCH, "g000s03", Purpose.SCREEN))
        .containsExactly(new ListedFile("run.gout", "ab".repeat(32), 12, true));

    change("update raw_file set sha256 = '%s'".formatted("ac".repeat(32)));

    assertThat(verification().problems())
        .singleElement()
        .asString()
        .startsWith("relaxation g000s03/SCREEN is altered");
  }

  @Test
  void a_raw_file_without_a_record_was_put_in_later() {
    change(
        "insert into raw_file (search, kind, record, name, sha256, bytes, kept) values ('small',"
            + " 'ATTEMPT', 'g000s09/SCREEN/1', 'pw.out', 'ab', 1, true)");

    assertThat(verification().problems())
        .containsExactly(
            "file pw.out of attempt g000s09/SCREEN/1 is not in the chain: it was put in later");
  }

  @Test
  void a_failure_that_is_given_up_keeps_its_files_with_the_attempt() {
    RelaxationRecord failed =
        withFile("g000s04", new Failed(FailureReason.KILLED, "signal 9", List.of()));
    database.attempts().add(failed);
    RelaxationRecord kept = database.attempts().all(SEARCH).get(1).record();
    database.attempts().decide(kept, Decision.of(FailureAction.DISCARD));
    database.relaxations().record(kept);

    assertThat(verification().problems()).isEmpty();
    assertThat(database.rawFiles().ofFailure(SEARCH, "g000s04", Purpose.SCREEN, 1)).hasSize(1);
    assertThat(database.rawFiles().all(SEARCH)).hasSize(1);
  }

  @Test
  void exchanged_links_are_found() {
    change("update audit_link set number = 99 where number = 4");
    change("update audit_link set number = 4 where number = 5");
    change("update audit_link set number = 5 where number = 99");

    assertThat(verification().problems())
        .contains(
            "link 4, relaxation g000s01/SCREEN, does not follow from the one before:"
                + " altered, missing or reordered");
  }

  @Test
  void a_removed_link_is_found_with_the_record_that_has_lost_it() {
    change("delete from audit_link where number = 4");

    assertThat(verification().problems())
        .contains(
            "link 4 is missing before link 5, relaxation g000s01/SCREEN",
            "relaxation g000s00/SCREEN is not in the chain: it was put in later");
  }

  @Test
  void links_cut_off_at_the_end_are_found() {
    change("delete from audit_link where number = 6");

    assertThat(verification().problems())
        .contains(
            "the chain ends at link 5, its head says 6: links at the end are missing or altered");
  }

  @Test
  void altered_settings_are_named() {
    change("update settings_version set source = 'composition: MgO'");

    assertThat(verification().problems()).first().asString().startsWith("settings 0 is altered");
  }

  @Test
  void records_of_a_search_older_than_the_chain_are_counted_and_no_problem() {
    change("delete from audit_link where number > 0");
    change("update audit_head set number = 0, sha256 = '%s'".formatted("0".repeat(64)));
    database.relaxations().record(record("g000s03", converged(-1.5)));

    assertThat(verification().problems()).isEmpty();
    assertThat(verification().older()).isEqualTo(6);
  }

  @Test
  void records_of_several_workers_at_a_time_form_one_chain() throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(8);
    IntStream.range(0, 64)
        .forEach(
            slot ->
                workers.execute(
                    () ->
                        database
                            .relaxations()
                            .record(record("g001s%02d".formatted(slot), converged(-slot)))));
    workers.shutdown();
    assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    assertThat(verification().problems()).isEmpty();
    assertThat(verification().head().links()).isEqualTo(70);
  }
}
