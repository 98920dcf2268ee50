package org.coesite.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.coesite.search.SearchProgress;

/** A bar on standard error that fills up to the bound on relaxations. */
final class ProgressBarDisplay implements ProgressDisplay {

  private final ProgressBar bar;

  ProgressBarDisplay(String search, int bound) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(search)
            .setInitialMax(bound)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500)
            .build();
  }

  @Override
  public void show(SearchProgress progress) {
    bar.stepTo(progress.relaxationsDone());
    bar.setExtraMessage(
        " generations begun: %d, %s%s"
            .formatted(
                progress.generations(),
                ProgressDisplay.best(progress),
                ProgressDisplay.refined(progress)));
  }

  @Override
  public void close() {
    bar.close();
  }
}
