package org.coesite.web.optimade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says about itself. */
final class InfoDocument {

  private static final List<String> FORMATS = List.of("json");

  private InfoDocument() {}

  /** Of the whole interface. */
  static Map<String, Object> base(Address address) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("api_version", Meta.API_VERSION);
    attributes.put(
        "available_api_versions",
        List.of(Map.of("url", address.base() + "/v1/", "version", Meta.API_VERSION)));
    attributes.put("formats", FORMATS);
    attributes.put("available_endpoints", List.of("info", "links", StandardProperties.TYPE));
    attributes.put("entry_types_by_format", Map.of("json", List.of(StandardProperties.TYPE)));
    attributes.put("is_index", false);
    // Whose structures these are, nobody but the owner of the server can say.
    attributes.put("license", null);
    return Map.of("type", "info", "id", "/", "attributes", attributes);
  }

  /** Of structures. */
  static Map<String, Object> structures(Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    schema
        .served()
        .forEach(property -> properties.put(property.name(), PropertyDefinition.of(property)));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", "info");
    data.put("id", StandardProperties.TYPE);
    data.put("description", "Crystal structures that searches have found, each once per search");
    data.put("formats", FORMATS);
    data.put("properties", properties);
    data.put("output_fields_by_format", Map.of("json", List.copyOf(properties.keySet())));
    return data;
  }

  /** Other interfaces: there is only this one. */
  static List<Map<String, Object>> links(Address address) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("name", "Coesite");
    attributes.put("description", "Crystal structures that searches of this server have found");
    attributes.put("base_url", address.base());
    attributes.put("homepage", null);
    attributes.put("link_type", "root");
    return List.of(Map.of("type", "links", "id", "coesite", "attributes", attributes));
  }
}
