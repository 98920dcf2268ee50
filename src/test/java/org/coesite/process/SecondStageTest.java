package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.AuditEntry;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary.Rescreened;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deploys models as people change them with the element templates, and searches with them. */
class SecondStageTest {

  private final Map<Object, Object> beans = new HashMap<>();
  private SearchDatabase database;
  private ProcessEngine engine;

  @BeforeEach
  void start_an_engine() {
    database = SearchDatabase.open("jdbc:h2:mem:second-stage");
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:second-stage-engine");
    configuration.setProcessEngineName("second-stage");
    configuration.setDatabaseSchemaUpdate("create-drop");
    EngineConfiguration.settings(configuration, database);
    configuration.setBeans(beans);
    engine = configuration.buildProcessEngine();
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  private SteppedSearch search(String name, Calculator... calculators) {
    return new SteppedSearch(
        engine,
        beans,
        database,
        List.of(calculators),
        (directory, summary, diagram, best, refined, known) -> {},
        name,
        false);
  }

  /** The search.yaml of the example with an end after some relaxations. */
  private static SearchSettings example(PotentialLibrary potentials) throws IOException {
    String text =
        Files.readString(SecondStage.FOLDER.resolve("search.yaml"))
            .replaceFirst("relaxations: 300", "relaxations: 60")
            .replaceFirst("references: .*", "");
    return new SearchSettingsReader(potentials, Set.of("embedded")).readText(text, "s");
  }

  private static double energyPerAtom(RelaxationRecord record) {
    Converged converged = (Converged) record.outcome();
    return converged.enthalpy() / converged.structure().size();
  }

  @Test
  void the_model_of_the_walk_through_relaxes_the_best_silica_again_and_puts_quartz_first()
      throws IOException {
    PotentialLibrary potentials = PotentialLibrary.standard();
    InMemoryEngine.deploy(engine, Map.of(StructureSearchModel.RESOURCE, SecondStage.model()));
    SteppedSearch search = search("silica", new EmbeddedCalculator(potentials));

    search.start(example(potentials));
    search.run();

    assertThat(search.service().progress("silica").state()).isEqualTo(SearchState.FINISHED);
    List<AuditEntry> rescreened =
        search.service().audit("silica").stream()
            .filter(entry -> entry.record().purpose() == Purpose.RESCREEN)
            .toList();
    assertThat(rescreened)
        .hasSizeBetween(2, 10)
        .allSatisfy(
            entry -> {
              assertThat(entry.record().calculator()).isEqualTo("embedded");
              assertThat(entry.record().settings().stages()).containsExactly("sio2-slc");
              assertThat(entry.record().worker().activity()).isNotEmpty();
            });
    double lowest =
        rescreened.stream()
            .map(AuditEntry::record)
            .filter(record -> record.failure().isEmpty())
            .mapToDouble(SecondStageTest::energyPerAtom)
            .min()
            .orElseThrow();
    // α-quartz, as GULP has it with this potential.
    assertThat(3 * lowest).isCloseTo(-128.7044, within(1e-3));
    assertThat(search.service().summary("silica").rescreened().get(0))
        .satisfies(
            first -> {
              assertThat(first.energyPerAtom()).isEqualTo(lowest);
              assertThat(first.spaceGroup().number()).isIn(152, 154);
              assertThat(first.method()).contains("embedded", "sio2-slc");
            });
    List<Rescreened> unique = search.service().summary("silica").rescreened();
    assertThat(unique)
        .flatMap(Rescreened::same)
        .hasSize(rescreened.size() - unique.size())
        .isNotEmpty();
    assertThat(search.service().verify("silica").problems()).isEmpty();
    assertThat(search.service().eventsAfter("silica", 0))
        .anyMatch(event -> event.text().contains(" of embedded (sio2-slc): "));
  }

  /** The generation with a calculator of its own in its relaxation. */
  private static Map<String, String> generationFor(String calculator) throws IOException {
    String usual = Files.readString(Path.of(GenerationModel.RESOURCE));
    String changed =
        usual
            .replace(
                "camunda:topic=\"relax-${calculator}\">",
                """
            camunda:topic="relax-%s">
            """
                    .formatted(calculator))
            .replace(
                "<camunda:executionListener delegateExpression=\"${provideWork}\" event=\"start\" />",
                """
                <camunda:inputOutput>
                  <camunda:inputParameter name="calculator">%s</camunda:inputParameter>
                </camunda:inputOutput>
                <camunda:executionListener delegateExpression="${provideWork}" event="start" />
                """
                    .formatted(calculator));
    return Map.of(GenerationModel.RESOURCE, changed);
  }

  @Test
  void a_relaxation_with_a_calculator_of_its_own_is_done_by_it() throws IOException {
    InMemoryEngine.deploy(engine, generationFor(ToyCalculator.NAME));
    SteppedSearch search = search("own", ToyCalculator.converging());

    search.start(SmallSearches.of(1, 2));
    search.run();

    assertThat(search.service().progress("own").state()).isEqualTo(SearchState.FINISHED);
  }

  @Test
  void a_relaxation_with_another_calculator_than_that_of_the_search_is_an_incident()
      throws IOException {
    InMemoryEngine.deploy(engine, generationFor("gulp"));
    SteppedSearch search = search("other", ToyCalculator.converging());

    search.start(SmallSearches.of(1, 2));
    search.run();

    assertThat(search.service().progress("other").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("other").stop())
        .contains("'relax-batch' relaxes with gulp", "is to be relaxed with toy");
  }
}
