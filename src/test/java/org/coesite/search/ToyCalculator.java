package org.coesite.search;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/**
 * Leaves structures as they are, with the lower energy the denser they are, unless a test wants
 * something else to happen at a relaxation.
 */
public final class ToyCalculator implements Calculator {

  /** Usual name. */
  public static final String NAME = "toy";

  private final String name;

  private final BiFunction<Integer, Structure, Relaxation> behaviour;
  private final AtomicInteger calls = new AtomicInteger();

  /** With a behaviour that is told the number of the relaxation, from 1, and the start. */
  public ToyCalculator(BiFunction<Integer, Structure, Relaxation> behaviour) {
    this(NAME, behaviour);
  }

  /** Under another name, by which the failure policy may treat it otherwise. */
  public ToyCalculator(String name, BiFunction<Integer, Structure, Relaxation> behaviour) {
    this.name = name;
    this.behaviour = behaviour;
  }

  /** Converges always. */
  public static ToyCalculator converging() {
    return new ToyCalculator((number, start) -> converged(start));
  }

  /** The outcome for a structure where nothing goes wrong. */
  public static Relaxation converged(Structure start) {
    double energy = start.lattice().volume() - 100.0 * start.size();
    return new Converged(
        start,
        energy,
        energy,
        0.001,
        0,
        StationaryPoint.MINIMUM,
        List.of(
            new IonicStep(0, energy + 1, 1, start.lattice().volume()),
            new IonicStep(1, energy, 0.001, start.lattice().volume())));
  }

  /** How many relaxations were begun. */
  public int calls() {
    return calls.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
    return settings;
  }

  @Override
  public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    return behaviour.apply(calls.incrementAndGet(), start);
  }
}
