package org.coesite.search;

import java.util.List;
import java.util.OptionalDouble;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.NotConverged;

/**
 * An attempt at a relaxation as the audit tells it.
 *
 * @param record what was done and came out
 * @param steps number of the last ionic step; the start is 0
 * @param decisions what was decided about it if it failed, the first decision first
 * @param files that an outside program read and wrote; a list of all attempts leaves them out
 */
public record AuditEntry(
    RelaxationRecord record, int steps, List<Decision> decisions, List<ListedFile> files) {

  /** Keeps its own copies. */
  public AuditEntry {
    decisions = List.copyOf(decisions);
    files = List.copyOf(files);
  }

  /** Without files. */
  public AuditEntry(RelaxationRecord record, int steps, List<Decision> decisions) {
    this(record, steps, decisions, List.of());
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
