package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGuardTest {

  private static SearchDatabase database;
  private static ProcessEngine engine;

  @BeforeAll
  static void build_an_engine_with_our_settings() {
    database = SearchDatabase.open("jdbc:h2:mem:guard");
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("guard");
    configuration.setJdbcUrl("jdbc:h2:mem:guard-engine");
    EngineConfiguration.settings(configuration, database);
    engine = configuration.buildProcessEngine();
  }

  @AfterAll
  static void close_it() {
    engine.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<scriptTask id='mine' scriptFormat='juel'><script>${1}</script></scriptTask>",
        "<serviceTask id='mine' camunda:class='java.lang.ProcessBuilder'/>",
        "<serviceTask id='mine' old:class='java.lang.ProcessBuilder'/>",
        "<serviceTask id='mine' camunda:type='shell'/>",
        "<businessRuleTask id='mine' camunda:type='Shell'/>",
        "<serviceTask id='mine' old:type='shell'/>",
        "<serviceTask id='mine' camunda:expression='${a}'/>",
        "<serviceTask id='mine' camunda:delegateExpression='${dataSource}'/>",
        "<serviceTask id='mine' camunda:delegateExpression='${writeReport.getClass()}'/>",
        "<serviceTask id='mine' camunda:type='external' camunda:topic='${\"\".getClass()}'/>",
        "<serviceTask id='mine' camunda:type='external' camunda:topic='a#{execution.id}'/>",
        "<userTask id='mine' camunda:assignee='${initiator.id}'/>",
        "<userTask id='mine' camunda:dueDate='${dateTime()}'/>",
        "<userTask id='mine' camunda:formKey='embedded:deployment:form.html'/>",
        "<userTask id='mine'><extensionElements><camunda:taskListener event='create'>"
            + "<camunda:script scriptFormat='groovy'>1</camunda:script>"
            + "</camunda:taskListener></extensionElements></userTask>",
        "<userTask id='mine'><extensionElements><camunda:executionListener event='start'"
            + " class='x.Y'/></extensionElements></userTask>",
        "<userTask id='mine'><extensionElements><camunda:inputOutput><camunda:inputParameter"
            + " name='a'><camunda:script scriptFormat='juel'>${1}</camunda:script>"
            + "</camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
        "<userTask id='mine'><extensionElements><camunda:inputOutput><camunda:outputParameter"
            + " name='a'>${b['c']}</camunda:outputParameter>"
            + "</camunda:inputOutput></extensionElements></userTask>",
        "<userTask id='mine'><extensionElements><camunda:formData><camunda:formField id='f'"
            + " type='string'><camunda:validation><camunda:constraint name='validator'"
            + " config='x.Y'/></camunda:validation></camunda:formField></camunda:formData>"
            + "</extensionElements></userTask>",
        "<serviceTask id='mine' camunda:type='external' camunda:topic='t'><extensionElements>"
            + "<camunda:connector><camunda:connectorId>http</camunda:connectorId>"
            + "</camunda:connector></extensionElements></serviceTask>",
      })
  void a_step_that_could_run_code_is_refused_by_its_id(String step) {
    assertThatThrownBy(() -> deploy("mine.bpmn", process(step)))
        .isInstanceOfSatisfying(
            ParseException.class,
            refusal ->
                assertThat(refusal.getResorceReports().get(0).getErrors().get(0))
                    .satisfies(problem -> assertThat(problem.getMainElementId()).isNotEmpty()))
        .hasMessageMatching("(?s).*element '(mine|f)' has .*that is not accepted.*");
  }

  @Test
  void a_condition_in_a_script_language_is_refused_by_the_id_of_its_flow() {
    String model =
        process(
            """
            <exclusiveGateway id='mine'/><endEvent id='end'/>
            <sequenceFlow id='flow' sourceRef='mine' targetRef='end'>
              <conditionExpression language='javascript'>true</conditionExpression>
            </sequenceFlow>
            """);

    assertThatThrownBy(() -> deploy("mine.bpmn", model)).hasMessageContaining("element 'flow'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<serviceTask id='mine' name='Costs {1}' camunda:type='external' camunda:topic='email'>"
            + "<documentation>What ${search} costs</documentation></serviceTask>",
        "<serviceTask id='mine' camunda:delegateExpression='${writeReport}'/>",
        "<userTask id='mine' camunda:assignee='${initiator}' camunda:formRef='form'"
            + " camunda:formRefBinding='latest'/>",
        "<callActivity id='mine' calledElement='generation'><extensionElements>"
            + "<camunda:in businessKey='#{execution.processBusinessKey}'/>"
            + "<camunda:in sourceExpression=\"${a &gt;= 1.5 and not (b == 'x' || empty c)}\""
            + " target='d'/></extensionElements></callActivity>",
      })
  void a_step_of_a_users_own_is_accepted(String step) {
    assertThatCode(() -> deploy("mine.bpmn", process(step))).doesNotThrowAnyException();
  }

  @Test
  void our_own_models_are_accepted() {
    for (String model : Models.RESOURCES) {
      assertThatCode(
              () ->
                  engine
                      .getRepositoryService()
                      .createDeployment()
                      .addClasspathResource(model)
                      .deploy())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void the_delegates_that_models_may_call_are_those_there_are() {
    assertThat(
            Delegates.of(
                    null,
                    null,
                    null,
                    null,
                    new ScreenAgainSteps(null),
                    new RefinementSteps(null, null, null, null),
                    new RemoteWork(false, null, null),
                    null)
                .keySet())
        .isEqualTo(Delegates.NAMES);
  }

  @Test
  void a_decision_that_is_not_in_feel_is_refused_by_the_id_of_its_element() {
    String decision =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="n" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
          <decision id="mine" name="mine" camunda:historyTimeToLive="1">
            <variable id="v" name="v"/>
            <literalExpression id="e" expressionLanguage="%s"><text>1</text></literalExpression>
          </decision>
        </definitions>
        """;

    for (String language : new String[] {"juel", "javascript", "feelish"}) {
      assertThatThrownBy(() -> deploy("mine.dmn", decision.formatted(language)))
          .isInstanceOf(BadUserRequestException.class)
          .hasMessageContaining("element 'e'");
    }
    assertThatCode(() -> deploy("mine.dmn", decision.formatted("feel"))).doesNotThrowAnyException();
  }

  @Test
  void case_models_are_refused() {
    String model =
        """
        <definitions id="d" targetNamespace="n" xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL">
          <case id="mine"><casePlanModel id="plan"/></case>
        </definitions>
        """;

    assertThatThrownBy(() -> deploy("mine.cmmn", model)).hasMessageContaining("not accepted");
  }

  @Test
  void the_engine_finds_no_script_engine_even_for_its_own_language() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(configuration.getScriptEngineResolver().getScriptEngine("juel", true)).isNull();
    assertThat(
            configuration.getScriptEngineResolver().getScriptEngineManager().getEngineFactories())
        .isEmpty();
  }

  private static void deploy(String name, String model) {
    engine.getRepositoryService().createDeployment().addString(name, model).deploy();
  }

  private static String process(String step) {
    return """
        <definitions targetNamespace="mine" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:old="http://activiti.org/bpmn">
          <process id="my-process" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
            <sequenceFlow id="to-mine" sourceRef="start" targetRef="mine"/>
            %s
          </process>
        </definitions>
        """
        .formatted(step);
  }
}
