package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.OperatorName;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search of SiO2 to which people give structures. */
class InjectionTest {

  private static final String NAME = "small";
  private static final Path FLUORITE =
      Path.of("examples/silica-refined/references/fluorite-type.cif");

  private final SymmetryFinder symmetry = SymmetryFinder.create();
  private SearchDatabase store;
  private SearchArchive archive;

  @BeforeEach
  void keep_a_search() {
    store = SearchDatabase.open("jdbc:h2:mem:injection;DB_CLOSE_DELAY=0");
    store.searches().create(NAME, SmallSearches.of(1, 1), List.of());
    archive = new SearchArchive(Path.of("never-written"), store, new Crystallography(symmetry));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private int give(String file, String content) {
    return archive.inject(NAME, file, content, "me");
  }

  private static String cell(double edge, String atoms) {
    return "cell\n1\n%1$s 0 0\n0 %1$s 0\n0 0 %1$s\n".formatted(edge) + atoms;
  }

  private static String silica(double edge) {
    return cell(edge, "Si O\n1 2\nDirect\n0 0 0\n0.5 0.5 0\n0.5 0 0.5\n");
  }

  private void assertRefused(String file, String content, String message) {
    assertThatThrownBy(() -> give(file, content))
        .isInstanceOf(StructureFormatException.class)
        .hasMessage(message);
    assertThat(store.injections().waiting(NAME)).isEmpty();
  }

  @Test
  void a_conventional_cell_is_taken_as_its_primitive_one_where_only_that_fits() throws IOException {
    assertThat(give("fluorite-type.cif", Files.readString(FLUORITE))).isEqualTo(1);

    assertThat(store.injections().waiting(NAME))
        .singleElement()
        .satisfies(
            injected -> {
              assertThat(injected.structure().composition().toString()).isEqualTo("SiO2");
              assertThat(injected.structure().volumePerAtom()).isCloseTo(97.336 / 12, within());
              assertThat(injected.sha256()).isEqualTo(ContentHash.of(Files.readString(FLUORITE)));
              assertThat(injected.person()).isEqualTo("me");
            });
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }

  @Test
  void what_does_not_fit_is_refused_with_the_number_and_the_limit() {
    assertRefused(
        "a.vasp",
        cell(4, "Si O\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n"),
        "a.vasp: the cell holds SiO; the search takes SiO2");
    assertThatThrownBy(() -> give("b.vasp", silica(9)))
        .hasMessageMatching("b.vasp: volume 243.000 Å³/atom is above [\\d.]+ Å³/atom");
    assertThatThrownBy(
            () -> give("c.vasp", cell(3.3, "Si O\n1 2\nDirect\n0 0 0\n0.3 0 0\n0.5 0 0.5\n")))
        .hasMessageMatching("c.vasp: Si-O distance 0.990 Å is below [\\d.]+ Å");
    assertThat(store.injections().waiting(NAME)).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_refused_as_readers_of_files_do() {
    assertRefused(
        "a.txt", "", "a.txt: unknown file type; known are .cif, POSCAR, .vasp, .xyz and .extxyz");
    assertRefused(
        "../a.cif",
        "data_x",
        "../a.cif: no name of a file: at most 100 characters, none of them a slash");
    assertThatThrownBy(() -> give("a.cif", "data_x\n_cell_length_a big\n"))
        .isInstanceOf(StructureFormatException.class)
        .hasMessageStartingWith("a.cif: ");
    assertThatThrownBy(() -> archive.inject("none", "a.vasp", silica(3.3), "me"))
        .isInstanceOf(SearchNameException.class);
  }

  @Test
  void a_structure_that_fails_is_told_as_failed_and_not_replaced_by_another() {
    GenerationSteps steps = new GenerationSteps(store, symmetry, new WorkClock());
    give("a.vasp", silica(3.3));
    steps.generate(NAME, 0);
    Candidate given = store.structures().candidates(NAME, 0).get(0);
    store.attempts().add(failed(given));

    new FailureHandling(store, steps)
        .decide(
            new BatchRelaxation(store).jobs(new BatchTask(NAME, 0, 0)),
            (calculator, reason, attempt) -> Decision.of(FailureAction.REPLACE));

    assertThat(store.structures().candidate(NAME, given.id())).contains(given);
    assertThat(given.origin().operator()).isEqualTo(OperatorName.INJECTED);
    assertThat(store.relaxations().has(NAME, given.id(), Purpose.SCREEN)).isTrue();
  }

  private static RelaxationRecord failed(Candidate candidate) {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    return new RelaxationRecord(
        NAME,
        candidate.id(),
        Purpose.SCREEN,
        candidate.structure(),
        ToyCalculator.NAME,
        "1",
        SmallSearches.of(1, 1).relaxation(),
        new Worker("node1", "worker-2"),
        1,
        now,
        now.plusSeconds(5),
        Duration.ofSeconds(1),
        new Failed(FailureReason.COLLAPSED, "Si and O at 0.2 Å", List.of()));
  }
}
