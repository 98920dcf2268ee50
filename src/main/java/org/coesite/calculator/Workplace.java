package org.coesite.calculator;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.coesite.execution.Execution;
import org.coesite.execution.Placement;

/**
 * Where the relaxation of one structure takes place.
 *
 * @param folder of this relaxation alone; need not exist yet. A relaxation that finds files of an
 *     earlier attempt of the same input goes on from them
 * @param label unique name for a scheduler's list: letters, digits, {@code .}, {@code _} and {@code
 *     -}
 * @param execution runs outside programs
 * @param placement where and on how much
 * @param interrupted whether to end the relaxation soon as {@link FailureReason#INTERRUPTED}
 */
public record Workplace(
    Path folder,
    String label,
    Execution execution,
    Placement placement,
    BooleanSupplier interrupted) {

  /** The place of a loose relaxation before that one. */
  public Workplace loose() {
    return new Workplace(
        folder.resolveSibling(folder.getFileName() + "-loose"),
        label + "-loose",
        execution,
        placement,
        interrupted);
  }
}
