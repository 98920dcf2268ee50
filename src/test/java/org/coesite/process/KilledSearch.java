package org.coesite.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;

/** A search in a Java machine of its own, killed while it relaxes the eleventh structure. */
final class KilledSearch {

  static final String NAME = "killed";
  static final int RELAXED = 10;
  private static final String READY = "relaxing the eleventh";

  private KilledSearch() {}

  /** Leaves a data directory as a killed process does, and does something before the kill. */
  static void leaveBehind(Path directory, long seed, Runnable whileItRuns)
      throws IOException, InterruptedException {
    leaveBehind(directory, seed, "", whileItRuns);
  }

  /** The same of a search that was given a cell, as POSCAR, while its first structure relaxed. */
  static void leaveBehind(Path directory, long seed, String given, Runnable whileItRuns)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledSearch.class.getName(),
                directory.toString(),
                Long.toString(seed),
                given)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals(READY)) {
        line = output.readLine();
      }
      if (line == null) {
        throw new AssertionError("the search ended with exit code " + process.waitFor());
      }
      whileItRuns.run();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Runs the search until it is killed. */
  public static void main(String[] arguments) {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> {
              if (number == 1) {
                begun.countDown();
                await(given);
              }
              if (number > RELAXED) {
                System.out.println(READY);
                await(never);
              }
              return ToyCalculator.converged(start);
            });
    OpenEngine engine = OpenEngine.over(Path.of(arguments[0]), calculator, 1);
    engine.service().start(SmallSearches.of(Long.parseLong(arguments[1]), 3), NAME, List.of());
    await(begun);
    if (!arguments[2].isEmpty()) {
      engine.service().inject(NAME, "given.vasp", arguments[2], "me");
    }
    given.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
