package org.coesite.forcefield;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Time of one evaluation of energy and derivatives; how to run it stands in docs/potentials.md. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EwaldSumBenchmark {

  /** Potential. */
  @Param({"sio2-bks-rep", "sio2-bks-rep-c6", "sio2-slc"})
  public String potential = "";

  /** Atoms in the cell: quartz, moganite, a supercell of coesite. */
  @Param({"9", "18", "48"})
  public int atoms;

  private @Nullable ForceField field;
  private @Nullable Derivatives result;
  private double[] lattice = {};
  private double[] fractional = {};

  /** Takes a recorded start with shells and leaves them out for rigid ions. */
  @Setup
  public void prepare() {
    String name =
        switch (atoms) {
          case 9 -> "quartz_alpha__slc";
          case 18 -> "moganite__slc";
          default -> "scale_crystal_48at__slc";
        };
    GulpCase recorded =
        GulpCase.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    field = ForceField.of(PotentialLibrary.standard().potential(potential), recorded.atoms());
    result = new Derivatives(field.particles());
    lattice = recorded.start().lattice();
    fractional = Arrays.copyOf(recorded.start().fractional(), 3 * field.particles());
  }

  /** Energy, gradient and strain derivative. */
  @Benchmark
  public double evaluate() {
    field.evaluate(lattice, fractional, result);
    return result.energy();
  }
}
