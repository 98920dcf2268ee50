package org.coesite.symmetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** The start and final structures of all recorded GULP runs that have a cell and atoms. */
final class RecordedStructures {

  static final Path FILE = Path.of("src/test/resources/symmetry/gulp-structures.jsonl");

  /** One of them: name of the run, {@code start} or {@code final}, and the structure. */
  record Recorded(String name, String stage, Structure structure) {}

  private RecordedStructures() {}

  static List<Recorded> all() {
    ObjectMapper json = new ObjectMapper();
    List<Recorded> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        all.add(recorded(json.readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Recorded recorded(JsonNode node) {
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      JsonNode row = node.get("lattice").get(i);
      rows[i] = new double[] {number(row, 0), number(row, 1), number(row, 2)};
    }
    List<Site> sites = new ArrayList<>();
    String[] elements = node.get("elements").asText().split(" ");
    for (int i = 0; i < elements.length; i++) {
      JsonNode f = node.get("fractional").get(i);
      sites.add(
          new Site(
              Element.ofSymbol(elements[i]),
              new Vector3(number(f, 0), number(f, 1), number(f, 2))));
    }
    return new Recorded(
        node.get("name").asText(),
        node.get("stage").asText(),
        new Structure(Lattice.fromRows(rows), sites));
  }

  private static double number(JsonNode array, int index) {
    return array.get(index).asDouble();
  }
}
