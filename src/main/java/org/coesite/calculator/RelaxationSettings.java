package org.coesite.calculator;

import java.time.Duration;
import java.util.List;

/**
 * How to relax.
 *
 * @param stages names of the potentials to relax with, one after the other; the last one gives the
 *     result
 * @param pressure external pressure, GPa
 * @param maxForce converged when no force on an atom exceeds this, eV/Å
 * @param maxStress converged when no stress component differs from the pressure by more, GPa
 * @param maxSteps bound on the optimiser steps of all stages together
 * @param maxTime bound on the time of all stages together
 * @param escapeSaddles whether to look at the lowest Hessian mode at the end and step off a saddle
 */
public record RelaxationSettings(
    List<String> stages,
    double pressure,
    double maxForce,
    double maxStress,
    int maxSteps,
    Duration maxTime,
    boolean escapeSaddles) {

  /** Keeps its own copy of the stages. */
  public RelaxationSettings {
    stages = List.copyOf(stages);
  }

  /** Relaxation without pressure to 0.001 eV/Å and 0.01 GPa with these potentials. */
  public static RelaxationSettings defaults(List<String> stages) {
    return new RelaxationSettings(stages, 0, 0.001, 0.01, 3000, Duration.ofMinutes(5), true);
  }
}
