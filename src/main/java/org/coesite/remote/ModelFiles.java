package org.coesite.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.process.Models;

/**
 * The texts of models by their file names.
 *
 * @param texts in the order in which they are deployed
 */
public record ModelFiles(Map<String, String> texts) {

  private static final Pattern DELEGATE =
      Pattern.compile("delegateExpression=\"[$#]\\{\\s*(\\w+)\\s*}\"");

  static ModelFiles check() {
    return new ModelFiles(Map.of("coesite-check.bpmn", resource("remote/coesite-check.bpmn")));
  }

  /** The models of this build. */
  public static ModelFiles standard() {
    Map<String, String> texts = new LinkedHashMap<>();
    Models.RESOURCES.forEach(name -> texts.put(fileName(name), resource(name)));
    return new ModelFiles(texts);
  }

  /**
   * The models of a folder, where somebody changed them; what is not there is that of this build.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  public static ModelFiles of(Path folder) {
    Map<String, String> texts = new LinkedHashMap<>(standard().texts);
    texts.replaceAll((name, usual) -> file(folder.resolve(name)).orElse(usual));
    return new ModelFiles(texts);
  }

  private static Optional<String> file(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  private static String fileName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private static String resource(String name) {
    try (InputStream in = ModelFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  /** The beans that the models call. */
  Set<String> delegates() {
    Set<String> names = new TreeSet<>();
    for (String text : texts.values()) {
      Matcher call = DELEGATE.matcher(text);
      while (call.find()) {
        names.add(call.group(1));
      }
    }
    return names;
  }
}
