package org.coesite.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The element templates, and what they would make of an element. */
final class ElementTemplates {

  static final Path FOLDER = Path.of(".camunda", "element-templates");

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private ElementTemplates() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<JsonNode> all() {
    List<JsonNode> all = new ArrayList<>();
    files().forEach(file -> read(file).forEach(all::add));
    return all;
  }

  /** What a template sets, each as a line; what people fill in has no value. */
  static Set<String> settings(JsonNode template) {
    Set<String> lines = new TreeSet<>();
    for (JsonNode property : template.path("properties")) {
      JsonNode binding = property.path("binding");
      String value =
          property.path("type").asText().equals("Hidden") ? property.path("value").asText() : "…";
      String name = binding.path("name").asText();
      lines.add(
          switch (binding.path("type").asText()) {
            case "property" -> name.replace("camunda:", "") + "=" + value;
            case "camunda:executionListener" -> binding.path("event").asText() + " " + value;
            case "camunda:inputParameter" -> "input " + name + "=" + value;
            case "camunda:in" -> "in " + binding.path("target").asText() + "=" + value;
            case "camunda:in:businessKey" -> "in business key=" + value;
            default -> throw new IllegalArgumentException("unknown binding " + binding);
          });
    }
    return lines;
  }

  /** The same of an element of a model; with values only where its template has them. */
  static Set<String> settings(Element element, Set<String> template) {
    Set<String> lines = new TreeSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      boolean ofEngine = CAMUNDA.equals(attribute.getNamespaceURI());
      if (ofEngine && !attribute.getLocalName().equals("modelerTemplate")
          || attribute.getNodeName().equals("calledElement")) {
        lines.add(line(attribute.getLocalName(), attribute.getNodeValue(), template));
      }
    }
    for (Element listener : own(element, "executionListener")) {
      lines.add(listener.getAttribute("event") + " " + listener.getAttribute("delegateExpression"));
    }
    for (Element in : own(element, "in")) {
      lines.add(
          in.hasAttribute("businessKey")
              ? "in business key=" + in.getAttribute("businessKey")
              : line(
                  "in " + in.getAttribute("target"),
                  in.getAttribute("source") + in.getAttribute("sourceExpression"),
                  template));
    }
    for (Element input : own(element, "inputParameter")) {
      lines.add(line("input " + input.getAttribute("name"), input.getTextContent(), template));
    }
    return lines;
  }

  private static String line(String name, String value, Set<String> template) {
    return template.contains(name + "=…") ? name + "=…" : name + "=" + value;
  }

  /** Of the element itself, not of those within it. */
  private static List<Element> own(Element element, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = element.getElementsByTagNameNS(CAMUNDA, name);
    for (int i = 0; i < all.getLength(); i++) {
      Node extension = all.item(i).getParentNode();
      boolean isOwn =
          extension.getParentNode() == element
              || extension.getParentNode().getParentNode() == element;
      if (isOwn) {
        found.add((Element) all.item(i));
      }
    }
    return found;
  }

  static String templateOf(Element element) {
    return element.getAttributeNS(CAMUNDA, "modelerTemplate");
  }
}
