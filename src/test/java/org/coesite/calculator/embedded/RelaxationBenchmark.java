package org.coesite.calculator.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.PotentialLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one relaxation of a random silica cell, one after the other of twenty. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RelaxationBenchmark {

  private static final int STARTS = 20;

  /** Stages, separated by commas. */
  @Param({"sio2-bks-rep-c6", "sio2-bks-rep-c6,sio2-slc"})
  public String stages = "";

  /** Atoms in the cell. */
  @Param({"9", "18", "48"})
  public int atoms;

  private final EmbeddedCalculator calculator = new EmbeddedCalculator(PotentialLibrary.standard());
  private final List<Structure> starts = new ArrayList<>();
  private int next;

  /** Draws the starts. */
  @Setup
  public void prepare() {
    for (long seed = 0; seed < STARTS; seed++) {
      starts.add(RandomStarts.silica(atoms / 3, RandomSource.XO_RO_SHI_RO_128_PP.create(seed)));
    }
  }

  /** Relaxes the next start. */
  @Benchmark
  public Relaxation relax() {
    next = (next + 1) % STARTS;
    return calculator.relax(
        starts.get(next),
        new RelaxationSettings(
            List.of(stages.split(",")), 0, 0.001, 0.01, 3000, Duration.ofMinutes(1), true));
  }
}
