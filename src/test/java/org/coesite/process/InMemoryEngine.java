package org.coesite.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.Calculator;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchReporter;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An engine in memory with all models, deployed anew for each test, and what its searches need. */
final class InMemoryEngine implements BeforeEachCallback, AfterAllCallback {

  private final Map<Object, Object> beans = new HashMap<>();
  private final SearchDatabase database;
  private final ProcessEngineCoverageExtension coverage;

  private final Map<String, String> changed;

  private InMemoryEngine(String model, Map<String, String> changed) {
    this.changed = changed;
    database = SearchDatabase.open("jdbc:h2:mem:" + model);
    ProcessCoverageInMemProcessEngineConfiguration configuration =
        new ProcessCoverageInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + model + "-engine");
    EngineConfiguration.settings(configuration, database);
    configuration.setBeans(beans);
    coverage =
        ProcessEngineCoverageExtension.builder(configuration)
            .excludeProcessDefinitionKeys(
                Stream.concat(Models.PROCESSES.stream(), Stream.of(FailurePolicyModel.KEY))
                    .filter(key -> !key.equals(model))
                    .toArray(String[]::new))
            .assertClassCoverageAtLeast(1.0)
            .build();
  }

  /** For a test class that walks every path of a model, given by its key. */
  static InMemoryEngine covering(String model) {
    return new InMemoryEngine(model, Map.of());
  }

  /** The same with the texts of some models changed, by their resources. */
  static InMemoryEngine covering(String model, Map<String, String> changed) {
    return new InMemoryEngine(model, changed);
  }

  /** Fails the test class if a path was not walked; it has to be registered as well. */
  ProcessEngineCoverageExtension coverage() {
    return coverage;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    coverage.manageDeployment(deploy(engine(), changed));
  }

  /** Deploys all models, some of them with other texts. */
  static Deployment deploy(ProcessEngine engine, Map<String, String> changed) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    Models.RESOURCES.stream()
        .filter(name -> !changed.containsKey(name))
        .forEach(deployment::addClasspathResource);
    changed.forEach(deployment::addString);
    return deployment.deploy();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database.close();
  }

  ProcessEngine engine() {
    return coverage.getProcessEngine();
  }

  SearchDatabase database() {
    return database;
  }

  List<Incident> incidents() {
    return engine().getRuntimeService().createIncidentQuery().list();
  }

  /** A search that leaves no report. */
  SteppedSearch search(String name, Calculator... calculators) {
    return search(name, (directory, summary, diagram, best, refined, known) -> {}, calculators);
  }

  SteppedSearch search(String name, SearchReporter reporter, Calculator... calculators) {
    return new SteppedSearch(
        engine(), beans, database, List.of(calculators), reporter, name, false);
  }

  /** The relaxations of a search that are kept for a purpose. */
  List<RelaxationRecord> results(String search, Purpose purpose) {
    return database().relaxations().all(search).stream()
        .filter(relaxation -> relaxation.purpose() == purpose)
        .toList();
  }
}
