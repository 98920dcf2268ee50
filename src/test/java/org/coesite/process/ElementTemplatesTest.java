package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.coesite.adapter.gulp.GulpCalculator;
import org.coesite.adapter.mlpotential.MlPotentialCalculator;
import org.coesite.adapter.quantumespresso.QuantumEspressoCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whether Camunda Modeler can load the templates, and whether they say what the code does. */
class ElementTemplatesTest {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final Set<String> STEPS =
      Set.of("serviceTask", "userTask", "businessRuleTask", "callActivity");
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern TOPIC = Pattern.compile("topic=relax-(.*)");

  static List<Path> files() {
    return ElementTemplates.files();
  }

  static List<Path> models() {
    return Stream.concat(
            Models.RESOURCES.stream().map(Path::of),
            Stream.of(SecondStage.FOLDER.resolve("structure-search.bpmn")))
        .filter(file -> file.toString().endsWith(".bpmn"))
        .toList();
  }

  private static Map<String, JsonNode> byId() {
    return ElementTemplates.all().stream()
        .collect(Collectors.toMap(template -> template.path("id").asText(), Function.identity()));
  }

  private static Set<String> ids() {
    return byId().keySet();
  }

  /** All that a model may name; a function of Python is nothing for a model. */
  private static Set<String> calculators() {
    PotentialLibrary potentials = PotentialLibrary.standard();
    Stream<Calculator> all =
        Stream.concat(
            Stream.of(
                new EmbeddedCalculator(potentials),
                new GulpCalculator(potentials, Map.of()),
                new QuantumEspressoCalculator(Map.of(), SymmetryFinder.create())),
            MlPotentialCalculator.all(Map.of()).stream());
    return all.map(Calculator::name)
        .filter(name -> !name.equals(MlPotentialCalculator.FUNCTION))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_file_is_valid_against_the_schema_of_camunda(Path file) throws Exception {
    try (InputStream schema = getClass().getResourceAsStream("/element-templates/schema.json")) {
      JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
      assertThat(rules.validate(ElementTemplates.read(file))).isEmpty();
    }
  }

  @Test
  void an_invalid_template_would_be_noticed() throws Exception {
    try (InputStream schema = getClass().getResourceAsStream("/element-templates/schema.json")) {
      JsonSchema rules = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
      String template = ElementTemplates.all().get(0).toString();
      String unbound = template.replace("\"binding\"", "\"bound\"");
      assertThat(rules.validate(new ObjectMapper().readTree(unbound))).isNotEmpty();
    }
  }

  @Test
  void templates_call_all_delegates_that_there_are_and_no_others() {
    Set<String> called = new TreeSet<>();
    for (JsonNode template : ElementTemplates.all()) {
      for (String line : ElementTemplates.settings(template)) {
        Matcher bean = BEAN.matcher(line);
        if ((line.startsWith("delegateExpression") || line.matches("(start|end) .*"))
            && bean.find()) {
          called.add(bean.group(1));
        }
      }
    }
    Set<String> steps = new TreeSet<>(Delegates.NAMES);
    steps.remove(CoesiteCheck.NAME);
    assertThat(called).isEqualTo(steps);
  }

  @Test
  void each_calculator_has_a_relaxation_and_a_second_screening() {
    Set<String> expected = new TreeSet<>();
    for (String calculator : calculators()) {
      expected.add("org.coesite.relax-" + calculator);
      expected.add("org.coesite.screen-again-" + calculator);
    }
    expected.add("org.coesite.relax");
    assertThat(ids())
        .filteredOn(id -> id.matches("org.coesite.(relax|screen-again).*"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void topics_are_those_that_workers_of_the_calculator_subscribe_to() {
    Set<String> calculators = calculators();
    calculators.add("${calculator}");
    Set<String> named = new TreeSet<>();
    for (JsonNode template : ElementTemplates.all()) {
      for (String line : ElementTemplates.settings(template)) {
        Matcher topic = TOPIC.matcher(line);
        if (topic.matches()) {
          named.add(topic.group(1));
          assertThat(Models.topic(topic.group(1))).isEqualTo("relax-" + topic.group(1));
          assertThat(ElementTemplates.settings(template)).contains("type=external");
        }
      }
    }
    assertThat(named).isEqualTo(calculators);
  }

  @Test
  void a_second_screening_is_told_all_that_its_first_step_reads() {
    for (String calculator : calculators()) {
      JsonNode template = byId().get("org.coesite.screen-again-" + calculator);
      assertThat(ElementTemplates.settings(template))
          .contains(
              "calledElement=" + ScreenAgainModel.KEY,
              "in " + StructureSearchModel.CALCULATOR.name() + "=" + calculator,
              "in " + ScreenAgainModel.POTENTIAL.name() + "=…",
              "in " + ScreenAgainModel.WINDOW.name() + "=…",
              "in " + ScreenAgainModel.CANDIDATES.name() + "=…");
    }
  }

  @Test
  void processes_and_decisions_that_templates_name_exist() {
    List<String> known = new ArrayList<>(Models.PROCESSES);
    for (JsonNode template : ElementTemplates.all()) {
      for (String line : ElementTemplates.settings(template)) {
        if (line.startsWith("calledElement=")) {
          assertThat(known).contains(line.substring("calledElement=".length()));
        }
      }
    }
    JsonNode table = byId().get("org.coesite.failure-policy").path("properties").path(0);
    assertThat(table.path("value").asText()).isEqualTo(FailurePolicyModel.KEY);
  }

  private static List<Element> elements(Path model, Set<String> names) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(model.toFile());
    List<Element> found = new ArrayList<>();
    for (String name : names) {
      NodeList all = document.getElementsByTagNameNS(BPMN, name);
      for (int i = 0; i < all.getLength(); i++) {
        found.add((Element) all.item(i));
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("models")
  void each_step_of_our_models_is_as_its_template_makes_it(Path model) throws Exception {
    Map<String, JsonNode> templates = byId();
    List<Element> steps = elements(model, STEPS);
    assertThat(steps).isNotEmpty();
    for (Element step : steps) {
      String id = ElementTemplates.templateOf(step);
      assertThat(templates.keySet()).as(step.getAttribute("id")).contains(id);
      JsonNode template = templates.get(id);
      Set<String> set = ElementTemplates.settings(template);
      assertThat(ElementTemplates.settings(step, set)).as(step.getAttribute("id")).isEqualTo(set);
      assertThat(template.path("appliesTo").path(0).asText().replace("bpmn:", ""))
          .isEqualToIgnoringCase(step.getLocalName());
    }
  }

  /** What the descriptions of the templates for relaxations ask for. */
  @ParameterizedTest
  @MethodSource("models")
  void each_relaxation_of_our_models_has_a_boundary_for_any_error(Path model) throws Exception {
    for (Element step : elements(model, Set.of("serviceTask"))) {
      if (ElementTemplates.templateOf(step).startsWith("org.coesite.relax")) {
        assertThat(elements(model, Set.of("boundaryEvent")))
            .as(step.getAttribute("id"))
            .anyMatch(
                event ->
                    event.getAttribute("attachedToRef").equals(step.getAttribute("id"))
                        && catchesAll(event));
      }
    }
  }

  private static boolean catchesAll(Element event) {
    NodeList errors = event.getElementsByTagNameNS(BPMN, "errorEventDefinition");
    return errors.getLength() == 1 && !((Element) errors.item(0)).hasAttribute("errorRef");
  }

  @Test
  void the_model_of_the_walk_through_is_ours_and_one_step_more() throws Exception {
    List<String> usual = described(Path.of(StructureSearchModel.RESOURCE));
    List<String> changed = described(SecondStage.FOLDER.resolve("structure-search.bpmn"));
    changed.removeAll(usual);
    assertThat(changed).singleElement().asString().startsWith("screen-again ");
  }

  private static List<String> described(Path model) throws Exception {
    List<String> steps = new ArrayList<>();
    for (Element step : elements(model, STEPS)) {
      steps.add(
          step.getAttribute("id") + " " + ElementTemplates.settings(step, Set.of()).toString());
    }
    return steps;
  }
}
