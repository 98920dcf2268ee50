package org.coesite.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.evolution.NoRandomStructureException;
import org.coesite.symmetry.SymmetryFinder;

/** Searches a problem many times, each time with another seed, several at once. */
public final class Benchmark {

  private final EmbeddedCalculator calculator;
  private final int workers;
  private final boolean whole;

  /**
   * A benchmark to come.
   *
   * @param workers how many searches go on at once, each on one thread
   * @param whole whether searches go on after the answer until their budget is spent
   */
  public Benchmark(EmbeddedCalculator calculator, int workers, boolean whole) {
    this.calculator = calculator;
    this.workers = workers;
    this.whole = whole;
  }

  /**
   * Searches with so many seeds, one after the other.
   *
   * @param seed the first
   * @param done told of each search as it ends, from any thread
   * @return the searches in the order of their seeds
   * @throws NoRandomStructureException if the settings leave no room for a random structure
   */
  public List<Trial> run(Problem problem, long seed, int searches, Consumer<Trial> done)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<Trial>> running =
          LongStream.range(seed, seed + searches)
              .mapToObj(one -> pool.submit(() -> search(problem, one, done)))
              .toList();
      List<Trial> trials = new ArrayList<>();
      for (Future<Trial> trial : running) {
        trials.add(trial.get());
      }
      return trials;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof NoRandomStructureException tooTight) {
        throw tooTight;
      }
      throw new IllegalStateException("a search of " + problem.name() + " failed", failure);
    } finally {
      pool.shutdownNow();
    }
  }

  private Trial search(Problem problem, long seed, Consumer<Trial> done) {
    Trial trial = new TrialRun(problem, seed, calculator, SymmetryFinder.create(), whole).run();
    done.accept(trial);
    return trial;
  }
}
