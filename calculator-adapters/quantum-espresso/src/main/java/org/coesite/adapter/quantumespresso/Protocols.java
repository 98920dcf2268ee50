package org.coesite.adapter.quantumespresso;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named sets of options that come with this adapter, one file each. */
final class Protocols {

  /** Their names, the cheapest first. */
  static final List<String> NAMES = List.of("fast", "moderate", "paper");

  private Protocols() {}

  /** The options of a protocol, a new map. */
  static SortedMap<String, String> options(String name) {
    String file = "/quantum-espresso/protocols/" + name + ".yaml";
    try (InputStream yaml = Protocols.class.getResourceAsStream(file)) {
      if (yaml == null) {
        throw new IllegalArgumentException("there is no protocol " + file);
      }
      return new YAMLMapper().readValue(yaml, new TypeReference<TreeMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
