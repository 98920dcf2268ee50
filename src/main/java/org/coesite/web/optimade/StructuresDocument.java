package org.coesite.web.optimade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structures as JSON. */
final class StructuresDocument {

  private StructuresDocument() {}

  /** A structure with the properties that were asked for. */
  static Map<String, Object> of(StructureEntry entry, List<Property> fields) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    for (Property field : fields) {
      if (!field.name().equals("id") && !field.name().equals("type")) {
        attributes.put(field.name(), field.of(entry));
      }
    }
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", StandardProperties.TYPE);
    resource.put("id", entry.id());
    resource.put("attributes", attributes);
    return resource;
  }
}
