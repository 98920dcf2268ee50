package org.coesite.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Selection;
import org.coesite.search.DiagramEntry;
import org.coesite.search.Json;
import org.coesite.search.StructureRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Structures in the tables {@code structure}, {@code individual} and {@code selection}. */
final class JdbcStructureRepository implements StructureRepository {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<TreeMap<String, String>> DRAWS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcStructureRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public void saveCandidates(String search, List<Candidate> candidates) {
    Set<String> known = ids("structure", "id", search);
    for (Candidate candidate : candidates) {
      if (!known.contains(candidate.id())) {
        jdbc.sql(
                "insert into structure (search, id, generation, slot, operator, parents, draws,"
                    + " start_structure) values (?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                search,
                candidate.id(),
                candidate.generation(),
                candidate.slot(),
                candidate.origin().operator().key(),
                Json.write(candidate.origin().parents()),
                Json.write(candidate.origin().draws()),
                Json.write(candidate.structure()))
            .update();
      }
    }
  }

  @Override
  public void saveBatches(String search, int generation, List<Integer> batches) {
    for (int slot = 0; slot < batches.size(); slot++) {
      jdbc.sql("update structure set batch = ? where search = ? and generation = ? and slot = ?")
          .params(batches.get(slot), search, generation, slot)
          .update();
    }
  }

  @Override
  public void replace(String search, Candidate candidate) {
    jdbc.sql(
            "update structure set operator = ?, parents = ?, draws = ?, start_structure = ?"
                + " where search = ? and id = ?")
        .params(
            candidate.origin().operator().key(),
            Json.write(candidate.origin().parents()),
            Json.write(candidate.origin().draws()),
            Json.write(candidate.structure()),
            search,
            candidate.id())
        .update();
  }

  @Override
  public Optional<Candidate> candidate(String search, String id) {
    return jdbc.sql("select * from structure where search = ? and id = ?")
        .params(search, id)
        .query((row, index) -> candidate(row))
        .optional();
  }

  @Override
  public List<Candidate> candidates(String search, int generation) {
    return jdbc.sql("select * from structure where search = ? and generation = ? order by slot")
        .params(search, generation)
        .query((row, index) -> candidate(row))
        .list();
  }

  @Override
  public List<Candidate> batch(String search, int generation, int batch) {
    return jdbc.sql(
            "select * from structure where search = ? and generation = ? and batch = ?"
                + " order by slot")
        .params(search, generation, batch)
        .query((row, index) -> candidate(row))
        .list();
  }

  @Override
  public void saveIndividuals(String search, List<Individual> individuals) {
    transaction.executeWithoutResult(status -> insert(search, individuals));
  }

  private void insert(String search, List<Individual> individuals) {
    Set<String> known = ids("individual", "structure", search);
    for (Individual individual : individuals) {
      if (!known.contains(individual.candidate().id())) {
        IndividualColumns columns = IndividualColumns.of(individual);
        jdbc.sql(
                "insert into individual (search, structure, verdict, duplicate_of,"
                    + " duplicate_distance, duplicate_energy_difference, reason, energy_per_atom,"
                    + " space_group_number, space_group_symbol, relaxed_structure)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(
                search,
                individual.candidate().id(),
                columns.verdict(),
                columns.duplicateOf(),
                columns.distance(),
                columns.energyDifference(),
                columns.reason(),
                columns.energyPerAtom(),
                columns.spaceGroupNumber(),
                columns.spaceGroupSymbol(),
                columns.structure())
            .update();
        trail.append(search, RecordKind.VERDICT, individual.candidate().id());
      }
    }
  }

  private Set<String> ids(String table, String column, String search) {
    return new HashSet<>(
        jdbc.sql("select " + column + " from " + table + " where search = ?")
            .param(search)
            .query(String.class)
            .list());
  }

  @Override
  public List<Individual> history(String search) {
    return jdbc.sql(
            "select * from structure s join individual i on i.search = s.search and i.structure ="
                + " s.id where s.search = ? order by s.generation, s.slot")
        .param(search)
        .query((row, index) -> IndividualColumns.read(candidate(row), row))
        .list();
  }

  @Override
  public Optional<Individual> individual(String search, String id) {
    return jdbc.sql(
            "select * from structure s join individual i on i.search = s.search and i.structure ="
                + " s.id where s.search = ? and s.id = ?")
        .params(search, id)
        .query((row, index) -> IndividualColumns.read(candidate(row), row))
        .optional();
  }

  @Override
  public List<DiagramEntry> diagram(String search) {
    return jdbc.sql(
            "select s.id, s.generation, s.operator, i.energy_per_atom, i.verdict from structure s"
                + " join individual i on i.search = s.search and i.structure = s.id"
                + " where s.search = ? order by s.generation, s.slot")
        .param(search)
        .query(
            (row, index) ->
                entry(
                    row,
                    row.getObject("energy_per_atom", Double.class),
                    IndividualColumns.isDiscarded(row)))
        .list();
  }

  @Override
  public List<DiagramEntry> relaxed(String search, int generation) {
    return jdbc.sql(
            "select s.id, s.generation, s.operator, s.start_structure, r.enthalpy from structure s"
                + " join relaxation r on r.search = s.search and r.structure = s.id"
                + " where s.search = ? and s.generation = ? and r.purpose = 'SCREEN'"
                + " and r.outcome = ? order by s.slot")
        .params(search, generation, OutcomeColumns.CONVERGED)
        .query((row, index) -> entry(row, row.getDouble("enthalpy") / atoms(row), false))
        .list();
  }

  private static int atoms(ResultSet row) throws SQLException {
    return Json.structure(row.getString("start_structure")).size();
  }

  private static DiagramEntry entry(ResultSet row, @Nullable Double energy, boolean discarded)
      throws SQLException {
    return new DiagramEntry(
        row.getString("id"),
        row.getInt("generation"),
        OperatorName.ofKey(row.getString("operator")),
        energy,
        discarded);
  }

  @Override
  public int ranked(String search) {
    return jdbc.sql("select count(*) from individual where search = ?")
        .param(search)
        .query(Integer.class)
        .single();
  }

  @Override
  public Optional<RelaxedStructure> lowest(String search) {
    return jdbc.sql(
            "select * from individual where search = ? and verdict in ('KEPT', 'DUPLICATE')"
                + " order by energy_per_atom, structure limit 1")
        .param(search)
        .query((row, index) -> IndividualColumns.relaxed(row))
        .optional()
        .flatMap(relaxed -> relaxed);
  }

  @Override
  public List<Double> lowestByGeneration(String search) {
    return jdbc.sql(
            "select min(i.energy_per_atom) from structure s join individual i on i.search ="
                + " s.search and i.structure = s.id where s.search = ?"
                + " and i.verdict in ('KEPT', 'DUPLICATE') group by s.generation"
                + " order by s.generation")
        .param(search)
        .query(Double.class)
        .list();
  }

  @Override
  public int lastRanked(String search) {
    return jdbc.sql(
            "select coalesce(max(s.generation), -1) from structure s join individual i on i.search ="
                + " s.search and i.structure = s.id where s.search = ?")
        .param(search)
        .query(Integer.class)
        .single();
  }

  @Override
  public int generations(String search) {
    return jdbc.sql(
            "select count(distinct generation) from structure where search = ? and batch is not"
                + " null")
        .param(search)
        .query(Integer.class)
        .single();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    SortedMap<String, String> draws = Json.read(row.getString("draws"), DRAWS);
    return new Candidate(
        row.getInt("generation"),
        row.getInt("slot"),
        new Origin(
            OperatorName.ofKey(row.getString("operator")),
            Json.read(row.getString("parents"), TEXTS),
            draws),
        Json.structure(row.getString("start_structure")));
  }

  @Override
  public void saveSelection(String search, int generation, Selection selection) {
    if (selection(search, generation).isEmpty()) {
      jdbc.sql("insert into selection (search, generation, content) values (?, ?, ?)")
          .params(search, generation, Json.write(selection))
          .update();
    }
  }

  @Override
  public Optional<Selection> selection(String search, int generation) {
    return jdbc.sql("select content from selection where search = ? and generation = ?")
        .params(search, generation)
        .query(String.class)
        .optional()
        .map(content -> Json.read(content, Selection.class));
  }
}
