package org.coesite.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Refuses process models that could run code of their author on this machine. What a model may call
 * is the list of our delegates; every other step of a user's own is an external task.
 *
 * <p>Attributes count in every namespace: the engine also reads that of its predecessor.
 */
final class ModelGuard extends AbstractBpmnParseListener {

  private static final Pattern DELEGATE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
  private static final String FORMS = "camunda-forms:";

  private static final Map<String, String> REFUSED_ELEMENTS =
      Map.of(
          "scriptTask", "a script task",
          "script", "a script",
          "connector", "a connector");

  private static final Map<String, String> REFUSED_ATTRIBUTES =
      Map.of(
          "class", "a Java class",
          "expression", "a call by expression",
          "language", "a condition in a script language",
          "scriptFormat", "a script",
          "resource", "a script from a file",
          "variableMappingClass", "a Java class",
          "formHandlerClass", "a Java class");

  private static final Set<String> DELEGATE_ATTRIBUTES =
      Set.of("delegateExpression", "variableMappingDelegateExpression");

  private final Set<String> delegates;

  /** Lets models call these delegates. */
  ModelGuard(Set<String> delegates) {
    this.delegates = Set.copyOf(delegates);
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    check(root, root);
  }

  private void check(Element element, Element identified) {
    Element place = element.attribute("id") == null ? identified : element;
    @Nullable String refused = REFUSED_ELEMENTS.get(element.getTagName());
    if (refused != null) {
      throw refusal(place, refused);
    }
    for (String key : element.attributes()) {
      checkAttribute(element, place, key.substring(key.lastIndexOf(':') + 1), key);
    }
    requirePlain(element.getText(), place);
    element.elements().forEach(child -> check(child, place));
  }

  private void checkAttribute(Element element, Element place, String name, String key) {
    String value = element.attribute(key);
    @Nullable String refused = REFUSED_ATTRIBUTES.get(name);
    if (refused != null) {
      throw refusal(place, "%s (%s=\"%s\")".formatted(refused, name, value));
    }
    if (DELEGATE_ATTRIBUTES.contains(name)) {
      Matcher delegate = DELEGATE.matcher(value);
      if (!delegate.matches() || !delegates.contains(delegate.group(1))) {
        throw refusal(place, "the delegate %s; known are %s".formatted(value, names()));
      }
    } else if (name.equals("type") && isOfEngine(key) && !value.equals("external")) {
      throw refusal(place, "a task of type '%s'".formatted(value));
    } else if (name.equals("formKey") && !value.startsWith(FORMS)) {
      throw refusal(place, "the form '%s', which may hold scripts".formatted(value));
    } else if (element.getTagName().equals("constraint") && value.equals("validator")) {
      throw refusal(place, "a validator of its own");
    } else {
      requirePlain(value, place);
    }
  }

  /** BPMN knows no such attribute without a namespace; the one of XML Schema tells data types. */
  private static boolean isOfEngine(String key) {
    return key.indexOf(':') > 0 && !key.startsWith("http://www.w3.org/");
  }

  private List<String> names() {
    return delegates.stream().sorted().toList();
  }

  private static void requirePlain(String text, Element place) {
    if (!PlainExpression.isPlain(text)) {
      throw refusal(place, "'%s': %s".formatted(text.strip(), PlainExpression.ALLOWED));
    }
  }

  private static BpmnParseException refusal(Element place, String what) {
    return new BpmnParseException(
        "element '%s' has %s; that is not accepted. A step of your own is an external task"
            .formatted(place.attribute("id"), what),
        place);
  }
}
