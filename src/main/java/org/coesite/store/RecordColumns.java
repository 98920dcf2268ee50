package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.search.Json;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.Worker;

/** A record as the columns that results and failed attempts have in common. */
final class RecordColumns {

  private RecordColumns() {}

  static Map<String, Object> of(RelaxationRecord record) {
    Map<String, Object> columns = new HashMap<>(OutcomeColumns.of(record.outcome()));
    columns.put("search", record.search());
    columns.put("structure", record.structure());
    columns.put("purpose", record.purpose().name());
    columns.put("start_structure", Json.write(record.start()));
    columns.put("calculator", record.calculator());
    columns.put("version", record.version());
    columns.put("settings", Json.write(record.settings()));
    columns.put("host", record.worker().host());
    columns.put("worker", record.worker().name());
    columns.put("activity", record.worker().activity());
    columns.put("attempt", record.attempt());
    columns.put("started", Columns.time(record.started()));
    columns.put("ended", Columns.time(record.ended()));
    columns.put("cpu_seconds", Columns.seconds(record.cpu()));
    return columns;
  }

  static RelaxationRecord read(ResultSet row, List<IonicStep> steps) throws SQLException {
    return new RelaxationRecord(
        row.getString("search"),
        row.getString("structure"),
        Purpose.valueOf(row.getString("purpose")),
        Json.structure(row.getString("start_structure")),
        row.getString("calculator"),
        row.getString("version"),
        Json.read(row.getString("settings"), RelaxationSettings.class),
        new Worker(row.getString("host"), row.getString("worker"), row.getString("activity")),
        row.getInt("attempt"),
        Columns.time(row, "started"),
        Columns.time(row, "ended"),
        Columns.seconds(row.getDouble("cpu_seconds")),
        OutcomeColumns.read(row, steps));
  }
}
