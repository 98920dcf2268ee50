package org.coesite.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.NotConverged;

/**
 * An attempt at a relaxation as the audit tells it.
 *
 * @param record what was done and came out
 * @param steps number of the last ionic step; the start is 0
 * @param decision what was decided about it if it failed
 * @param files that an outside program read and wrote; a list of all attempts leaves them out
 */
public record AuditEntry(
    RelaxationRecord record, int steps, Optional<Decision> decision, List<ListedFile> files) {

  /** Keeps its own copy. */
  public AuditEntry {
    files = List.copyOf(files);
  }

  /** Without files. */
  public AuditEntry(RelaxationRecord record, int steps, Optional<Decision> decision) {
    this(record, steps, decision, List.of());
  }

  /** Energy of the cell where it ended (enthalpy under pressure), eV; empty if it failed. */
  public OptionalDouble energy() {
    if (record.outcome() instanceof Converged converged) {
      return OptionalDouble.of(converged.enthalpy());
    }
    return record.outcome() instanceof NotConverged stuck
        ? OptionalDouble.of(stuck.energy())
        : OptionalDouble.empty();
  }

  /** The same by the number of atoms, eV per atom. */
  public OptionalDouble energyPerAtom() {
    return energy().isPresent()
        ? OptionalDouble.of(energy().getAsDouble() / atoms())
        : OptionalDouble.empty();
  }

  /** A calculator may have relaxed another cell of the crystal than it was given. */
  private int atoms() {
    if (record.outcome() instanceof Converged converged) {
      return converged.structure().size();
    }
    return record.outcome() instanceof NotConverged stuck
        ? stuck.structure().size()
        : record.start().size();
  }
}
