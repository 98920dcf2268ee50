package org.coesite.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The examples that are shipped, as requests that a person may begin with. */
final class Examples {

  private static final String FOLDER = "examples/";
  private static final Pattern REFERENCES = Pattern.compile("(?m)^references: *(\\S+).*\\R?");
  private static final Pattern TITLE = Pattern.compile("# (.*)");

  private static final PathMatchingResourcePatternResolver RESOURCES =
      new PathMatchingResourcePatternResolver();

  private Examples() {}

  /**
   * One example by the keys of the JSON.
   *
   * @param settings text of search.yaml, which names no files
   * @param references contents of the files of known phases, by name of file
   */
  record Example(String name, String title, String settings, Map<String, String> references) {}

  /** All of them by name. */
  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    for (Resource file : found("*/search.yaml")) {
      examples.add(example(folder(file), text(file)));
    }
    examples.sort((a, b) -> a.name().compareTo(b.name()));
    return List.copyOf(examples);
  }

  private static Example example(String name, String text) {
    String title =
        found(name + "/README.md").stream()
            .findFirst()
            .map(Examples::text)
            .map(TITLE::matcher)
            .filter(Matcher::find)
            .map(heading -> heading.group(1))
            .orElse(name);
    Matcher references = REFERENCES.matcher(text);
    Map<String, String> contents =
        references.find() ? references(name, references.group(1)) : Map.of();
    return new Example(name, title, references.replaceAll(""), contents);
  }

  private static Map<String, String> references(String name, String path) {
    String folder = URI.create(name + "/").resolve(path).getPath();
    Map<String, String> contents = new LinkedHashMap<>();
    for (Resource file : found(folder + "/*.cif")) {
      contents.put(Optional.ofNullable(file.getFilename()).orElseThrow(), text(file));
    }
    return contents;
  }

  private static List<Resource> found(String pattern) {
    try {
      return List.of(RESOURCES.getResources("classpath*:" + FOLDER + pattern));
    } catch (IOException failure) {
      throw new UncheckedIOException("examples cannot be listed: " + pattern, failure);
    }
  }

  private static String folder(Resource file) {
    try {
      String[] parts = file.getURL().getPath().split("/");
      return parts[parts.length - 2];
    } catch (IOException failure) {
      throw new UncheckedIOException(file.getDescription(), failure);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(file.getDescription(), failure);
    }
  }
}
