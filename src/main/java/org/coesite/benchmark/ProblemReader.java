package org.coesite.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;

/** Reads problems: a search.yaml with a group {@code benchmark} that tells the answer. */
public final class ProblemReader {

  private static final String BENCHMARK = "benchmark";

  private final SearchSettingsReader settings;
  private final YAMLMapper yaml =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private record Answer(
      String about, int budget, Target target, Map<String, Target> phases, List<Peer> peers) {}

  /** A reader that leaves the search itself to another. */
  public ProblemReader(SearchSettingsReader settings) {
    this.settings = settings;
  }

  /**
   * Reads a problem.
   *
   * @param name of the problem
   * @param text YAML
   * @param changed values of other keys of the search, such as {@code start.symmetricShare}
   * @throws IllegalArgumentException if it is no problem, or its search no search
   */
  public Problem read(String name, String text, Map<String, String> changed) {
    try {
      if (!(yaml.readTree(text) instanceof ObjectNode top)
          || !(top.remove(BENCHMARK) instanceof ObjectNode benchmark)) {
        throw new IllegalArgumentException(
            "%s: no group '%s' that tells the answer".formatted(name, BENCHMARK));
      }
      changed.forEach((key, value) -> put(top, key, value));
      Answer answer = yaml.treeToValue(benchmark, new TypeReference<Answer>() {});
      if (answer.target == null || answer.target.spaceGroups().isEmpty() || answer.budget < 1) {
        throw new IllegalArgumentException(
            "%s: benchmark: a budget of 1 or more and a target with its space groups are needed"
                .formatted(name));
      }
      SearchSettings search = settings.readText(yaml.writeValueAsString(top), name);
      return new Problem(
          name,
          answer.about,
          search,
          answer.budget,
          answer.target,
          answer.phases == null ? Map.of() : answer.phases,
          answer.peers == null ? List.of() : answer.peers);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(
          "%s: %s".formatted(name, unreadable.getOriginalMessage()), unreadable);
    }
  }

  /** A value in brackets is a list. */
  private void put(ObjectNode top, String path, String value) {
    ObjectNode group = top;
    String[] keys = path.split("\\.");
    if (keys[0].equals(BENCHMARK)) {
      throw new IllegalArgumentException(
          "%s: only keys of the search can be given other values".formatted(path));
    }
    for (int i = 0; i < keys.length - 1; i++) {
      if (!(group.path(keys[i]).isMissingNode() || group.path(keys[i]).isObject())) {
        throw new IllegalArgumentException("%s: %s is no group".formatted(path, keys[i]));
      }
      group = group.withObject("/" + keys[i]);
    }
    try {
      JsonNode parsed = yaml.readTree(value);
      group.set(keys[keys.length - 1], parsed);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(
          "%s=%s: %s".formatted(path, value, unreadable.getOriginalMessage()), unreadable);
    }
  }
}
