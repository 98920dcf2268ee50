package org.coesite.adapter.quantumespresso;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element of an XML file, with its children by name. */
record XmlElement(Element element) {

  /** Answers with an exception instead of lines on standard error. */
  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
          throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
          throw e;
        }
      };

  /** Elements inside each other; pw.x writes some ten. */
  private static final int DEEPEST = 100;

  private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

  /**
   * The root of a document.
   *
   * @throws IllegalArgumentException if it is no complete XML
   */
  static XmlElement root(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(DEPTH, String.valueOf(DEEPEST));
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(STRICT);
      return new XmlElement(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java reads XML", e);
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The children of a name. */
  List<XmlElement> children(String name) {
    List<XmlElement> found = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && child.getTagName().equals(name)) {
        found.add(new XmlElement(child));
      }
    }
    return found;
  }

  /** The first descendant along a path of names such as {@code basis/ecutwfc}. */
  Optional<XmlElement> find(String path) {
    Optional<XmlElement> at = Optional.of(this);
    for (String name : path.split("/")) {
      at = at.flatMap(e -> e.children(name).stream().findFirst());
    }
    return at;
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException if there is none
   */
  XmlElement get(String path) {
    return find(path)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no <%s> in <%s>".formatted(path, element.getTagName())));
  }

  String text() {
    return element.getTextContent().trim();
  }

  String attribute(String name) {
    return element.getAttribute(name);
  }

  /** The numbers in it; what is no number, such as stars, becomes NaN. */
  double[] numbers() {
    return Arrays.stream(text().split("\\s+")).mapToDouble(XmlElement::number).toArray();
  }

  double number() {
    return number(text());
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException stars) {
      return Double.NaN;
    }
  }
}
