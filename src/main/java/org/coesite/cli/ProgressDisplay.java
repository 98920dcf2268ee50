package org.coesite.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.coesite.search.SearchProgress;

/** Shows how far a search is. */
interface ProgressDisplay extends AutoCloseable {

  /** A bar where standard error is a terminal (the launcher knows), else a line now and then. */
  static ProgressDisplay on(PrintWriter err, String search, int bound) {
    return Boolean.getBoolean("coesite.terminal")
        ? new ProgressBarDisplay(search, bound)
        : new ProgressLines(err, search);
  }

  /** Takes note of where the search stands. */
  void show(SearchProgress progress);

  @Override
  void close();

  /** How far the refinement is, in words; empty before it begins. */
  static String refined(SearchProgress progress) {
    return progress.toRefine() == 0
        ? ""
        : ", refined %d of %d".formatted(progress.refined(), progress.toRefine());
  }

  /** The best structure so far, in words. */
  static String best(SearchProgress progress) {
    return progress.bestEnergyPerFormula() == null || progress.bestSpaceGroup() == null
        ? "nothing ranked yet"
        : String.format(
            Locale.ROOT,
            "best %.4f eV per formula unit, %s (%d)",
            progress.bestEnergyPerFormula(),
            progress.bestSpaceGroup().symbol(),
            progress.bestSpaceGroup().number());
  }
}
