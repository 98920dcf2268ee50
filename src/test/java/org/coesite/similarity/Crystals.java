package org.coesite.similarity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Relaxed silica polymorphs and spinel with their energies, as GULP computed them. */
record Crystals(Map<String, Crystal> byName) {

  /** A structure and its energy in eV per atom. */
  record Crystal(String name, Structure structure, double energyPerAtom) {}

  static Crystals read() {
    Map<String, Crystal> byName = new LinkedHashMap<>();
    resource("/similarity/crystals.json")
        .get("crystals")
        .properties()
        .forEach(e -> byName.put(e.getKey(), crystal(e.getKey(), e.getValue())));
    return new Crystals(byName);
  }

  static JsonNode resource(String path) {
    try (InputStream stream = Objects.requireNonNull(Crystals.class.getResourceAsStream(path))) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Structure structure(String name) {
    return named(name).structure();
  }

  Crystal named(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  List<Crystal> all() {
    return List.copyOf(byName.values());
  }

  private static Crystal crystal(String name, JsonNode node) {
    return new Crystal(name, structure(node), node.get("energyPerAtom").asDouble());
  }

  static Structure structure(JsonNode node) {
    List<Vector3> lattice = vectors(node.get("lattice"));
    List<Vector3> fractional = vectors(node.get("fractional"));
    String[] species = node.get("species").asText().split(" ");
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < species.length; i++) {
      sites.add(new Site(Element.ofSymbol(species[i]), fractional.get(i)));
    }
    return new Structure(new Lattice(lattice.get(0), lattice.get(1), lattice.get(2)), sites);
  }

  private static List<Vector3> vectors(JsonNode rows) {
    Function<JsonNode, Vector3> vector =
        row -> new Vector3(row.get(0).asDouble(), row.get(1).asDouble(), row.get(2).asDouble());
    return rows.valueStream().map(vector).toList();
  }
}
