package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.execution.LocalExecution;
import org.coesite.search.AttemptOrder;
import org.coesite.search.Parcel;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.ResultParcel;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchState;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.coesite.search.WorkClock;
import org.coesite.search.WorkParcel;
import org.coesite.search.Worker;
import org.coesite.search.Workplaces;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A worker that sees nothing but the variables of its tasks, each with two structures. */
class RemoteWorkTest {

  private static final Worker WORKER = new Worker("elsewhere", "worker-1");

  private static final Map<Object, Object> BEANS = new HashMap<>();
  private static SearchDatabase database;
  private static ProcessEngine engine;

  private SteppedSearch search;
  private String name = "";

  @BeforeAll
  static void start_an_engine_for_remote_workers() {
    database = SearchDatabase.open("jdbc:h2:mem:remote-work");
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:remote-work-engine");
    configuration.setProcessEngineName("remote-work");
    EngineConfiguration.settings(configuration, database);
    configuration.setBeans(BEANS);
    engine = configuration.buildProcessEngine();
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    Models.RESOURCES.forEach(deployment::addClasspathResource);
    deployment.deploy();
  }

  @AfterAll
  static void close() {
    engine.close();
    database.close();
  }

  @BeforeEach
  void start_a_search_and_run_it_to_the_worker(TestInfo test) {
    name = "search-" + test.getDisplayName().hashCode();
    begin(SmallSearches.of(1, 1));
  }

  private void begin(SearchSettings settings) {
    search =
        new SteppedSearch(
            engine,
            BEANS,
            database,
            List.of(),
            (directory, summary, diagram, best, refined, known) -> {},
            name,
            true);
    search.start(settings);
    search.runToTheWorker();
  }

  @AfterEach
  void end_the_search() {
    engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
        .map(ProcessInstance::getId)
        .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test ended"));
  }

  private static List<AttemptOrder> orders(LockedExternalTask task) {
    byte[] work = (byte[]) task.getVariables().get(Models.WORK);
    return Parcel.unpack(work, WorkParcel.class).orders();
  }

  private static List<RelaxationRecord> relax(
      List<AttemptOrder> orders, Calculator... calculators) {
    RelaxationAttempt attempt =
        new RelaxationAttempt(
            List.of(calculators),
            new Workplaces(Path.of("never-written"), List.of(new LocalExecution())),
            new WorkClock());
    return orders.stream().map(order -> attempt.make(order, WORKER, () -> false)).toList();
  }

  private void complete(LockedExternalTask task, List<RelaxationRecord> records) {
    byte[] results = Parcel.pack(new ResultParcel(records));
    engine
        .getExternalTaskService()
        .complete(
            task.getId(),
            SteppedSearch.WORKER,
            Map.of(),
            Variables.createVariables()
                .putValueTyped(Models.RESULTS, Variables.byteArrayValue(results, true)));
  }

  private void work(Calculator... calculators) {
    List<LockedExternalTask> tasks = search.fetch();
    while (!tasks.isEmpty()) {
      tasks.forEach(task -> complete(task, relax(orders(task), calculators)));
      search.runToTheWorker();
      tasks = search.fetch();
    }
  }

  @Test
  void results_are_kept_as_those_of_a_worker_at_home_and_the_variables_are_gone() {
    // Each of the four tasks has its work as a variable, in the history and in its details.
    long before = byteArrays() - 4 * 3;

    work(ToyCalculator.converging());

    assertThat(search.service().summary(name).state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().audit(name))
        .hasSize(8)
        .allSatisfy(
            entry -> {
              assertThat(entry.record().worker().host()).isEqualTo(WORKER.host());
              assertThat(entry.record().worker().activity()).matches(".+/relax-batch:.+");
            });
    assertThat(variables()).contains(Models.SUMMARY).doesNotContain(Models.WORK, Models.RESULTS);
    assertThat(byteArrays() - before).as("the summary and its history").isEqualTo(2);
  }

  private static long byteArrays() {
    return engine.getManagementService().getTableCount().get("ACT_GE_BYTEARRAY");
  }

  /** Names of all variables of this search that the history still knows. */
  private List<String> variables() {
    return engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .includeDeleted()
        .list()
        .stream()
        .filter(variable -> isOfThisSearch(variable.getProcessInstanceId()))
        .map(HistoricVariableInstance::getName)
        .toList();
  }

  private boolean isOfThisSearch(String instance) {
    return engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(instance)
            .processInstanceBusinessKey(name)
            .count()
        == 1;
  }

  @Test
  void what_is_left_of_a_task_comes_as_another_one() {
    LockedExternalTask task = search.fetch().get(0);
    List<AttemptOrder> orders = orders(task);

    complete(task, relax(orders.subList(0, 1), ToyCalculator.converging()));
    search.runToTheWorker();
    List<AttemptOrder> others =
        List.of(1, 2, 3, 4).stream().flatMap(i -> orders(search.fetch().get(0)).stream()).toList();

    assertThat(others).contains(orders.get(1)).doesNotContain(orders.get(0)).hasSize(7);
  }

  @Test
  void a_failed_attempt_goes_to_the_failure_policy() {
    work(
        new ToyCalculator(
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.COLLAPSED, "Si and O at 0.2 Å", List.of())
                    : ToyCalculator.converged(start)));

    assertThat(search.service().eventsAfter(name, 0))
        .anyMatch(event -> event.text().contains("COLLAPSED (Si and O at 0.2 Å)"));
    assertThat(search.service().summary(name).relaxations().total()).isEqualTo(8);
  }

  @Test
  void structures_are_refined_elsewhere_too() {
    end_the_search();
    name += "-refined";
    begin(SmallSearches.refined("quantum-espresso", false));

    work(
        ToyCalculator.converging(),
        new ToyCalculator("quantum-espresso", (number, start) -> ToyCalculator.converged(start)));

    assertThat(search.service().summary(name).state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary(name).refined()).hasSize(3);
    assertThat(variables()).doesNotContain(Models.WORK);
  }

  @Test
  void a_result_that_is_there_already_stays() {
    LockedExternalTask task = search.fetch().get(0);
    List<RelaxationRecord> first = relax(orders(task), ToyCalculator.converging());
    first.forEach(database.relaxations()::record);

    complete(task, relax(orders(task), ToyCalculator.converging()));

    for (RelaxationRecord record : first) {
      assertThat(database.relaxations().find(name, record.structure(), Purpose.SCREEN))
          .hasValueSatisfying(
              kept ->
                  assertThat(kept.started())
                      .isCloseTo(record.started(), within(1, ChronoUnit.MICROS)));
    }
  }

  @Test
  void a_result_that_nobody_asked_for_is_refused_and_the_task_stays() {
    LockedExternalTask task = search.fetch().get(0);
    LockedExternalTask other = search.fetch().get(0);
    List<RelaxationRecord> wrong = relax(orders(other), ToyCalculator.converging());

    assertThatThrownBy(() -> complete(task, wrong)).hasMessageContaining("did not ask for");

    assertThat(database.relaxations().all(name)).isEmpty();
    assertThat(engine.getExternalTaskService().createExternalTaskQuery().count()).isEqualTo(4);
  }

  @Test
  void the_work_of_a_task_that_is_given_up_goes_too() {
    search.raise(search.fetch().get(0), Models.CALCULATOR_REFUSED);

    assertThat(variables()).filteredOn(Models.WORK::equals).hasSize(3);
  }
}
