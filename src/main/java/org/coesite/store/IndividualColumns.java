package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Verdict;
import org.coesite.evolution.Verdict.Discarded;
import org.coesite.evolution.Verdict.Duplicate;
import org.coesite.evolution.Verdict.Failed;
import org.coesite.evolution.Verdict.Kept;
import org.coesite.search.Json;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/** What ranking decided as columns of its row; what does not apply is null. */
record IndividualColumns(
    String verdict,
    @Nullable String duplicateOf,
    @Nullable Double distance,
    @Nullable Double energyDifference,
    @Nullable String reason,
    @Nullable Double energyPerAtom,
    @Nullable Integer spaceGroupNumber,
    @Nullable String spaceGroupSymbol,
    @Nullable String structure) {

  private static final String KEPT = "KEPT";
  private static final String DUPLICATE = "DUPLICATE";
  private static final String DISCARDED = "DISCARDED";
  private static final String FAILED = "FAILED";

  static IndividualColumns of(Individual individual) {
    @Nullable RelaxedStructure relaxed = individual.relaxed().orElse(null);
    @Nullable Duplicate duplicate = individual.verdict() instanceof Duplicate same ? same : null;
    return new IndividualColumns(
        word(individual.verdict()),
        duplicate == null ? null : duplicate.of(),
        duplicate == null ? null : duplicate.distance(),
        duplicate == null ? null : duplicate.energyDifference(),
        reason(individual.verdict()),
        relaxed == null ? null : relaxed.energyPerAtom(),
        relaxed == null ? null : relaxed.spaceGroup().number(),
        relaxed == null ? null : relaxed.spaceGroup().symbol(),
        relaxed == null ? null : Json.write(relaxed.structure()));
  }

  private static String word(Verdict verdict) {
    if (verdict instanceof Kept) {
      return KEPT;
    }
    if (verdict instanceof Duplicate) {
      return DUPLICATE;
    }
    return verdict instanceof Discarded ? DISCARDED : FAILED;
  }

  private static @Nullable String reason(Verdict verdict) {
    if (verdict instanceof Discarded discarded) {
      return Columns.cut(discarded.reason());
    }
    return verdict instanceof Failed failed ? Columns.cut(failed.reason()) : null;
  }

  static Individual read(Candidate candidate, ResultSet row) throws SQLException {
    return new Individual(candidate, relaxed(row), verdict(row));
  }

  static Optional<RelaxedStructure> relaxed(ResultSet row) throws SQLException {
    @Nullable String structure = row.getString("relaxed_structure");
    if (structure == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RelaxedStructure(
            Json.structure(structure),
            row.getDouble("energy_per_atom"),
            new SpaceGroup(row.getInt("space_group_number"), row.getString("space_group_symbol"))));
  }

  static boolean isDiscarded(ResultSet row) throws SQLException {
    return DISCARDED.equals(row.getString("verdict"));
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    String word = row.getString("verdict");
    return switch (word) {
      case KEPT -> new Kept();
      case DUPLICATE ->
          new Duplicate(
              row.getString("duplicate_of"),
              row.getDouble("duplicate_distance"),
              row.getDouble("duplicate_energy_difference"));
      case DISCARDED -> new Discarded(row.getString("reason"));
      case FAILED -> new Failed(row.getString("reason"));
      default -> throw new IllegalStateException("unknown verdict in the database: " + word);
    };
  }
}
