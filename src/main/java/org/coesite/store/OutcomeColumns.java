package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.jspecify.annotations.Nullable;

/** The outcome of a relaxation as columns of its row; what does not apply is null. */
record OutcomeColumns(
    String outcome,
    @Nullable String reason,
    @Nullable String failure,
    @Nullable Double energy,
    @Nullable Double enthalpy,
    @Nullable Double maxForce,
    @Nullable Double pressure,
    @Nullable String stationaryPoint,
    @Nullable String structure) {

  static final String CONVERGED = "CONVERGED";
  static final String NOT_CONVERGED = "NOT_CONVERGED";
  static final String FAILED = "FAILED";

  static OutcomeColumns of(Relaxation relaxation) {
    if (relaxation instanceof Converged c) {
      return new OutcomeColumns(
          CONVERGED,
          null,
          null,
          c.energy(),
          c.enthalpy(),
          c.maxForce(),
          c.pressure(),
          c.minimum().name(),
          Json.write(c.structure()));
    }
    if (relaxation instanceof NotConverged n) {
      return new OutcomeColumns(
          NOT_CONVERGED,
          Columns.cut(n.reason()),
          n.kind().name(),
          n.energy(),
          null,
          n.maxForce(),
          n.pressure(),
          null,
          Json.write(n.structure()));
    }
    Failed f = (Failed) relaxation;
    return new OutcomeColumns(
        FAILED, Columns.cut(f.message()), f.reason().name(), null, null, null, null, null, null);
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
