package org.coesite.web.optimade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties that structures have here, and those of the specification that none has. */
final class Schema {

  private final List<Property> served =
      Stream.concat(StandardProperties.all().stream(), CoesiteProperties.all().stream()).toList();

  private final Map<String, Property> byName = new LinkedHashMap<>();

  Schema() {
    served.forEach(property -> byName.put(property.name(), property));
    StandardProperties.absent().forEach(property -> byName.put(property.name(), property));
  }

  /** Those that structures have. */
  List<Property> served() {
    return served;
  }

  /** The property of a name, be it that no structure has it. */
  Optional<Property> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether a name is one that only another provider can tell about. */
  static boolean isForeign(String name) {
    return name.startsWith("_") && !name.startsWith(Property.PREFIX);
  }
}
