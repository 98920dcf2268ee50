package org.coesite.search;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coesite.search.SettingsNode.Field;
import org.coesite.search.SettingsNode.Mapping;
import org.coesite.search.SettingsNode.Scalar;
import org.coesite.search.SettingsNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Reads YAML into nodes with line numbers, which binding to objects would lose. */
final class SettingsParser {

  private final String file;
  private final YAMLParser parser;

  private SettingsParser(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file of keys and values.
   *
   * @throws SettingsException if it is empty, no YAML, or names a key twice
   */
  static Mapping parse(String file, String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      return new SettingsParser(file, parser).document();
    } catch (JsonProcessingException problem) {
      @Nullable JsonLocation place = problem.getLocation();
      throw new SettingsException(
          file,
          place == null ? 1 : place.getLineNr(),
          place == null ? 1 : place.getColumnNr(),
          "no YAML: " + firstLine(problem));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading a text in memory", impossible);
    }
  }

  private static String firstLine(JsonProcessingException problem) {
    return problem.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  private Mapping document() throws IOException {
    @Nullable JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      throw new SettingsException(file, 1, 1, "the file is empty");
    }
    if (!(node() instanceof Mapping mapping)) {
      throw new SettingsException(
          file, 1, 1, "expected keys and values such as 'composition: Si3O6'");
    }
    if (parser.nextToken() != null) {
      throw new SettingsException(
          file, line(), column(), "a second document begins; only one is allowed");
    }
    return mapping;
  }

  private SettingsNode node() throws IOException {
    int line = line();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(line);
      case START_ARRAY -> sequence(line);
      case VALUE_NULL -> new Scalar(line, "");
      default -> {
        if (parser.isCurrentAlias()) {
          throw new SettingsException(file, line, column(), "aliases (*name) are not supported");
        }
        yield new Scalar(line, parser.getText());
      }
    };
  }

  private Mapping mapping(int line) throws IOException {
    Map<String, Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      int keyColumn = column();
      parser.nextToken();
      @Nullable Field earlier = fields.put(key, new Field(keyLine, keyColumn, node()));
      if (earlier != null) {
        throw new SettingsException(
            file,
            keyLine,
            keyColumn,
            "key '%s' stands in line %d already".formatted(key, earlier.line()));
      }
    }
    return new Mapping(line, fields);
  }

  private Sequence sequence(int line) throws IOException {
    List<SettingsNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Sequence(line, items);
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
