package org.coesite.adapter.mlpotential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Structures and settings on their way to a worker, and outcomes on their way back. */
final class RelaxationMessage {

  private RelaxationMessage() {}

  static ObjectNode request(int id, List<Structure> starts, RelaxationSettings settings) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("id", id);
    ArrayNode structures = request.putArray("starts");
    starts.forEach(start -> write(start, structures.addObject()));
    ObjectNode told = request.putObject("settings");
    told.put("pressure", settings.pressure());
    told.put("maxForce", settings.maxForce());
    told.put("maxStress", settings.maxStress());
    told.put("maxSteps", settings.maxSteps());
    told.put("maxTime", settings.maxTime().toString());
    ObjectNode options = told.putObject("options");
    settings.options().forEach(options::put);
    return request;
  }

  private static void write(Structure structure, ObjectNode into) {
    ArrayNode lattice = into.putArray("lattice");
    for (double[] row : structure.lattice().rows()) {
      lattice.addArray().add(row[0]).add(row[1]).add(row[2]);
    }
    ArrayNode species = into.putArray("species");
    ArrayNode fractional = into.putArray("fractional");
    for (Site site : structure.sites()) {
      species.add(site.element().symbol());
      Vector3 position = site.fractional();
      fractional.addArray().add(position.x()).add(position.y()).add(position.z());
    }
  }

  /**
   * The outcomes in an answer.
   *
   * @throws IllegalArgumentException if they are not what a worker says
   */
  static List<Relaxation> outcomes(JsonNode answer) {
    List<Relaxation> outcomes = new ArrayList<>();
    answer.path("outcomes").forEach(outcome -> outcomes.add(outcome(outcome)));
    return outcomes;
  }

  private static Relaxation outcome(JsonNode outcome) {
    List<IonicStep> steps = new ArrayList<>();
    outcome.path("steps").forEach(step -> steps.add(step(step)));
    return switch (outcome.path("outcome").asText()) {
      case "CONVERGED" ->
          new Converged(
              structure(outcome.path("structure")),
              outcome.path("energy").asDouble(),
              outcome.path("enthalpy").asDouble(),
              outcome.path("maxForce").asDouble(),
              outcome.path("pressure").asDouble(),
              StationaryPoint.valueOf(outcome.path("minimum").asText()),
              steps);
      case "NOT_CONVERGED" ->
          new NotConverged(
              FailureReason.valueOf(outcome.path("kind").asText()),
              outcome.path("reason").asText(),
              structure(outcome.path("structure")),
              outcome.path("energy").asDouble(),
              outcome.path("maxForce").asDouble(),
              outcome.path("pressure").asDouble(),
              steps);
      case "FAILED" ->
          new Failed(
              FailureReason.valueOf(outcome.path("reason").asText()),
              outcome.path("message").asText(),
              steps);
      default -> throw new IllegalArgumentException("no outcome: " + outcome.path("outcome"));
    };
  }

  private static IonicStep step(JsonNode step) {
    return new IonicStep(
        step.path("number").asInt(),
        step.path("energy").asDouble(),
        step.path("maxForce").asDouble(),
        step.path("volume").asDouble());
  }

  private static Structure structure(JsonNode structure) {
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = triple(structure.path("lattice").path(i));
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < structure.path("species").size(); i++) {
      double[] f = triple(structure.path("fractional").path(i));
      Element element = Element.ofSymbol(structure.path("species").path(i).asText());
      sites.add(new Site(element, new Vector3(f[0], f[1], f[2])));
    }
    return new Structure(Lattice.fromRows(rows), sites);
  }

  private static double[] triple(JsonNode numbers) {
    return new double[] {
      numbers.path(0).asDouble(), numbers.path(1).asDouble(), numbers.path(2).asDouble()
    };
  }
}
