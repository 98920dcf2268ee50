package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.coesite.search.Crystallography;
import org.coesite.search.DataDirectoryException;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchNameException;
import org.coesite.search.SearchService;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** Runs whole searches on engine, job executor, workers and a database on disk. */
class SearchEngineTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final long SEED = 7;

  private static final String GIVEN =
      "cell\n1\n3.3 0 0\n0 3.3 0\n0 0 3.3\nSi O\n1 2\nDirect\n0 0 0\n0.5 0.5 0\n0.5 0 0.5\n";

  @TempDir Path directory;

  @Test
  void the_outcome_depends_neither_on_workers_nor_on_an_interruption_nor_on_a_kill()
      throws InterruptedException, IOException {
    SearchSummary undisturbed = search("undisturbed", 1);
    SearchSummary parallel = search("parallel", 3);
    interrupt("interrupted", false);
    SearchSummary afterInterruption = resume("interrupted", "small", 11);
    Path killed = directory.resolve("killed");
    KilledSearch.leaveBehind(killed, SEED, () -> assertInUse(killed));
    SearchSummary afterKill = resume("killed", KilledSearch.NAME, KilledSearch.RELAXED);

    for (SearchSummary other : List.of(parallel, afterInterruption, afterKill)) {
      assertThat(other.populationHash()).isEqualTo(undisturbed.populationHash());
      assertThat(other.relaxations()).isEqualTo(undisturbed.relaxations());
      assertThat(other.best()).isEqualTo(undisturbed.best());
    }
  }

  @Test
  void what_people_gave_leads_to_the_same_outcome_through_an_interruption_and_a_kill()
      throws InterruptedException, IOException {
    SearchSummary undisturbed = givenAt("given", 1);
    interrupt("given-interrupted", true);
    SearchSummary afterInterruption = resume("given-interrupted", "small", 11);
    KilledSearch.leaveBehind(directory.resolve("given-killed"), SEED, GIVEN, () -> {});
    SearchSummary afterKill = resume("given-killed", KilledSearch.NAME, KilledSearch.RELAXED);

    assertThat(afterInterruption.populationHash()).isEqualTo(undisturbed.populationHash());
    assertThat(afterKill.populationHash()).isEqualTo(undisturbed.populationHash());
    assertThat(afterKill.best()).isEqualTo(undisturbed.best());
  }

  @Test
  void what_is_given_while_a_killed_search_rests_is_taken_when_it_goes_on()
      throws InterruptedException, IOException {
    SearchSummary undisturbed = givenAt("given-later", 11);
    Path killed = directory.resolve("killed-before");
    KilledSearch.leaveBehind(killed, SEED, () -> {});
    try (SearchDatabase database = DataDirectory.openExisting(killed)) {
      Crystallography crystallography = new Crystallography(SymmetryFinder.create());
      give(new SearchArchive(killed, database, crystallography), KilledSearch.NAME);
    }
    SearchSummary afterKill = resume("killed-before", KilledSearch.NAME, KilledSearch.RELAXED);

    assertThat(afterKill.populationHash()).isEqualTo(undisturbed.populationHash());
    assertThat(afterKill.populationHash())
        .isNotEqualTo(givenAt("given-earlier", 1).populationHash());
  }

  private static void give(SearchArchive archive, String search) {
    archive.inject(search, "given.vasp", GIVEN, "me");
  }

  /** A search that is given a cell while this relaxation, from 1, is made. */
  private SearchSummary givenAt(String folder, int relaxation) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(relaxation);
    CountDownLatch given = new CountDownLatch(1);
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> {
              begun.countDown();
              if (number == relaxation) {
                await(given);
              }
              return ToyCalculator.converged(start);
            });
    try (OpenEngine engine = OpenEngine.over(directory.resolve(folder), calculator, 1)) {
      engine.service().start(SmallSearches.of(SEED, 3), "small", List.of());
      await(begun);
      give(engine.service(), "small");
      given.countDown();
      assertThat(engine.service().await("small", LONG)).isEqualTo(SearchState.FINISHED);
      return engine.service().summary("small");
    }
  }

  private SearchSummary search(String folder, int workers) throws InterruptedException {
    ToyCalculator calculator = ToyCalculator.converging();
    try (OpenEngine engine = OpenEngine.over(directory.resolve(folder), calculator, workers)) {
      engine.service().start(SmallSearches.of(SEED, 3), "small", List.of());
      assertThat(engine.service().await("small", LONG)).isEqualTo(SearchState.FINISHED);
      assertNameIsTaken(engine.service());
      return engine.service().summary("small");
    }
  }

  private static void assertNameIsTaken(SearchService service) {
    assertThatThrownBy(() -> service.start(SmallSearches.of(SEED, 3), "small", List.of()))
        .isInstanceOf(SearchNameException.class)
        .hasMessageStartingWith("there is a search 'small' already");
  }

  private static void assertInUse(Path directory) {
    assertThatThrownBy(() -> DataDirectory.openExisting(directory))
        .isInstanceOf(DataDirectoryException.class)
        .hasMessage("data directory %s is in use by a running search", directory);
  }

  /** Closes the engine while its worker relaxes the eleventh structure. */
  private void interrupt(String folder, boolean giving) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    CountDownLatch eleventhBegun = new CountDownLatch(11);
    CountDownLatch closing = new CountDownLatch(1);
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> {
              begun.countDown();
              eleventhBegun.countDown();
              if (number == 1) {
                await(given);
              }
              if (number >= 11) {
                await(closing);
              }
              return ToyCalculator.converged(start);
            });
    OpenEngine engine = OpenEngine.over(directory.resolve(folder), calculator, 1);
    engine.service().start(SmallSearches.of(SEED, 3), "small", List.of());
    await(begun);
    if (giving) {
      give(engine.service(), "small");
    }
    given.countDown();
    await(eleventhBegun);
    Thread closer = new Thread(engine::close);
    closer.start();
    while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    closing.countDown();
    closer.join();
    assertThat(calculator.calls()).isEqualTo(11);
  }

  private SearchSummary resume(String folder, String name, int relaxedBefore)
      throws InterruptedException {
    ToyCalculator calculator = ToyCalculator.converging();
    try (OpenEngine engine = OpenEngine.over(directory.resolve(folder), calculator, 2)) {
      assertThat(engine.service().progress(name).state()).isEqualTo(SearchState.RUNNING);
      assertThat(engine.service().progress(name).relaxationsDone()).isEqualTo(relaxedBefore);
      engine.service().resume(name);
      assertThat(engine.service().await(name, LONG)).isEqualTo(SearchState.FINISHED);
      SearchSummary summary = engine.service().summary(name);
      assertThat(relaxedBefore + calculator.calls())
          .as("no structure whose relaxation was kept is relaxed again")
          .isEqualTo(summary.relaxations().total());
      return summary;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain for " + LONG);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_model_that_somebody_changed_stays_in_force_after_a_restart() throws IOException {
    Path folder = directory.resolve("changed");
    try (OpenEngine first = OpenEngine.over(folder, ToyCalculator.converging(), 1)) {
      DeploymentBuilder deployment =
          first.models().createDeployment().name("coesite").source("coesite");
      for (String model : Models.RESOURCES) {
        ClassPathResource usual = new ClassPathResource(model);
        // By the name under which the engine itself has deployed it.
        deployment.addString(
            usual.getFile().getAbsolutePath(),
            model.equals(StructureSearchModel.RESOURCE)
                ? SecondStage.model()
                : usual.getContentAsString(StandardCharsets.UTF_8));
      }
      deployment.deploy();
    }

    try (OpenEngine second = OpenEngine.over(folder, ToyCalculator.converging(), 1)) {
      String latest =
          second
              .models()
              .createProcessDefinitionQuery()
              .processDefinitionKey(StructureSearchModel.KEY)
              .latestVersion()
              .singleResult()
              .getId();
      try (InputStream model = second.models().getProcessModel(latest)) {
        assertThat(new String(model.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(SecondStage.model());
      }
    }
  }
}
