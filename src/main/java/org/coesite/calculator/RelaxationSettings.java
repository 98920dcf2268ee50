package org.coesite.calculator;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How to relax.
 *
 * @param stages names of the potentials or protocols to relax with, one after the other; the last
 *     one gives the result
 * @param pressure external pressure, GPa
 * @param maxForce converged when no force on an atom exceeds this, eV/Å
 * @param maxStress converged when no stress component differs from the pressure by more, GPa
 * @param maxSteps bound on the optimiser steps of all stages together; 0 for energy and forces only
 * @param maxTime bound on the time of all stages together
 * @param escapeSaddles whether to look at the lowest Hessian mode at the end and step off a saddle
 * @param options what only the calculator at hand understands, by the names in its README
 */
public record RelaxationSettings(
    List<String> stages,
    double pressure,
    double maxForce,
    double maxStress,
    int maxSteps,
    Duration maxTime,
    boolean escapeSaddles,
    SortedMap<String, String> options) {

  /** Keeps its own copies. */
  public RelaxationSettings {
    stages = List.copyOf(stages);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** Without options. */
  public RelaxationSettings(
      List<String> stages,
      double pressure,
      double maxForce,
      double maxStress,
      int maxSteps,
      Duration maxTime,
      boolean escapeSaddles) {
    this(
        stages,
        pressure,
        maxForce,
        maxStress,
        maxSteps,
        maxTime,
        escapeSaddles,
        Collections.emptySortedMap());
  }

  /** The same with other options. */
  public RelaxationSettings withOptions(SortedMap<String, String> other) {
    return new RelaxationSettings(
        stages, pressure, maxForce, maxStress, maxSteps, maxTime, escapeSaddles, other);
  }

  /** The same with other potentials or protocols. */
  public RelaxationSettings withStages(List<String> other) {
    return new RelaxationSettings(
        other, pressure, maxForce, maxStress, maxSteps, maxTime, escapeSaddles, options);
  }

  /** The same with another bound on the steps. */
  public RelaxationSettings withMaxSteps(int other) {
    return new RelaxationSettings(
        stages, pressure, maxForce, maxStress, other, maxTime, escapeSaddles, options);
  }

  /** The same with bounds on force and stress that are so many times as large, saddles kept. */
  public RelaxationSettings loosened(double factor) {
    return new RelaxationSettings(
        stages, pressure, factor * maxForce, factor * maxStress, maxSteps, maxTime, false, options);
  }

  /**
   * Relaxation without pressure to 0.02 eV/Å and 0.2 GPa: what models in single precision reach.
   */
  public static RelaxationSettings coarse(List<String> stages) {
    return new RelaxationSettings(stages, 0, 0.02, 0.2, 500, Duration.ofMinutes(5), false);
  }

  /** Relaxation without pressure to 0.001 eV/Å and 0.01 GPa with these potentials. */
  public static RelaxationSettings defaults(List<String> stages) {
    return new RelaxationSettings(stages, 0, 0.001, 0.01, 3000, Duration.ofMinutes(5), true);
  }
}
