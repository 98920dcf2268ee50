package org.coesite.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.coesite.search.SearchProgress;
import org.jspecify.annotations.Nullable;

/** A line for each generation and each better structure, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {

  private final PrintWriter err;
  private final String search;
  private @Nullable SearchProgress last;

  ProgressLines(PrintWriter err, String search) {
    this.err = err;
    this.search = search;
  }

  @Override
  public void show(SearchProgress progress) {
    @Nullable SearchProgress before = last;
    if (before == null
        || before.generations() != progress.generations()
        || before.refined() != progress.refined()
        || before.toRefine() != progress.toRefine()
        || !Objects.equals(before.bestEnergyPerFormula(), progress.bestEnergyPerFormula())) {
      err.printf(
          "%s: generations begun: %d, relaxations: %d of at most %d, %s%s%n",
          search,
          progress.generations(),
          progress.relaxationsDone(),
          progress.relaxationsBound(),
          ProgressDisplay.best(progress),
          ProgressDisplay.refined(progress));
      err.flush();
      last = progress;
    }
  }

  @Override
  public void close() {
    err.flush();
  }
}
