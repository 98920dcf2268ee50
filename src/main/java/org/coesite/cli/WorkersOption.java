package org.coesite.cli;

import picocli.CommandLine.Option;

/** How many relaxations run at a time. */
final class WorkersOption {

  private static final int MOST = 256;

  @Option(
      names = "--workers",
      paramLabel = "K",
      description = "Relaxations at a time (as many as there are processors).")
  private int workers = Math.min(MOST, Runtime.getRuntime().availableProcessors());

  /**
   * The number of workers.
   *
   * @throws BadInput if it is out of bounds
   */
  int workers() {
    if (workers < 1 || workers > MOST) {
      throw new BadInput("--workers: %d is outside 1 to %d".formatted(workers, MOST));
    }
    return workers;
  }
}
