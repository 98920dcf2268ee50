package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.search.Json;

/** The outcome of a relaxation as columns of its row; what does not apply is absent. */
final class OutcomeColumns {

  static final String CONVERGED = "CONVERGED";
  static final String NOT_CONVERGED = "NOT_CONVERGED";
  static final String FAILED = "FAILED";

  private OutcomeColumns() {}

  static Map<String, Object> of(Relaxation relaxation) {
    if (relaxation instanceof Converged c) {
      return Map.of(
          "outcome", CONVERGED,
          "result_structure", Json.write(c.structure()),
          "energy", c.energy(),
          "enthalpy", c.enthalpy(),
          "max_force", c.maxForce(),
          "pressure", c.pressure(),
          "stationary_point", c.minimum().name());
    }
    if (relaxation instanceof NotConverged n) {
      return Map.of(
          "outcome", NOT_CONVERGED,
          "failure", n.kind().name(),
          "reason", Columns.cut(n.reason()),
          "result_structure", Json.write(n.structure()),
          "energy", n.energy(),
          "max_force", n.maxForce(),
          "pressure", n.pressure());
    }
    Failed f = (Failed) relaxation;
    return Map.of(
        "outcome", FAILED, "failure", f.reason().name(), "reason", Columns.cut(f.message()));
  }

  static Relaxation read(ResultSet row, List<IonicStep> steps) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case CONVERGED ->
          new Converged(
              Json.structure(row.getString("result_structure")),
              row.getDouble("energy"),
              row.getDouble("enthalpy"),
              row.getDouble("max_force"),
              row.getDouble("pressure"),
              StationaryPoint.valueOf(row.getString("stationary_point")),
              steps);
      case NOT_CONVERGED ->
          new NotConverged(
              FailureReason.valueOf(row.getString("failure")),
              row.getString("reason"),
              Json.structure(row.getString("result_structure")),
              row.getDouble("energy"),
              row.getDouble("max_force"),
              row.getDouble("pressure"),
              steps);
      case FAILED ->
          new Failed(
              FailureReason.valueOf(row.getString("failure")), row.getString("reason"), steps);
      default -> throw new IllegalStateException("unknown outcome in the database: " + outcome);
    };
  }
}
