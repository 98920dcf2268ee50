package org.coesite.adapter.mlpotential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an opened model is.
 *
 * @param version of the packages that run it
 * @param file weights, release or factory
 * @param sha256 of the weights; empty if there are none in a file
 * @param elements symbols that it knows; empty if it does not say
 * @param warnings what users have to know of its results
 */
record ModelDescription(
    String version, String file, String sha256, SortedSet<String> elements, List<String> warnings) {

  static ModelDescription of(JsonNode model) {
    List<String> warnings = new ArrayList<>();
    model.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    SortedSet<String> elements = new TreeSet<>();
    model.path("elements").forEach(element -> elements.add(element.asText()));
    return new ModelDescription(
        model.path("version").asText(),
        model.path("file").asText(),
        model.path("sha256").asText(),
        elements,
        warnings);
  }
}
