package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.Worker;

/** The columns that results and failed attempts have in common, as records. */
final class RecordColumns {

  private RecordColumns() {}

  static RelaxationRecord read(ResultSet row, List<IonicStep> steps) throws SQLException {
    return new RelaxationRecord(
        row.getString("search"),
        row.getString("structure"),
        Purpose.valueOf(row.getString("purpose")),
        Json.structure(row.getString("start_structure")),
        row.getString("calculator"),
        row.getString("version"),
        Json.read(row.getString("settings"), RelaxationSettings.class),
        new Worker(row.getString("host"), row.getString("worker")),
        row.getInt("attempt"),
        Columns.time(row, "started"),
        Columns.time(row, "ended"),
        Columns.seconds(row.getDouble("cpu_seconds")),
        OutcomeColumns.read(row, steps));
  }
}
