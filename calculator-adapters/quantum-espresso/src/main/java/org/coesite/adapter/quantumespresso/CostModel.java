package org.coesite.adapter.quantumespresso;

import java.time.Duration;

/**
 * A rough estimate of what a relaxation costs, within a factor of 3 of the recorded runs of silica
 * on one core: some 15 scf iterations of ultrasoft sets or 27 of PAW sets for each step, each of
 * them proportional to k-points, bands and plane waves.
 *
 * @param kPoints that are computed
 * @param bands of each
 * @param volume of the cell, cubic bohr
 * @param atoms of the cell
 * @param operations symmetry operations
 * @param augmented whether a set is PAW
 * @param cutoff Ry
 * @param densityCutoff Ry
 */
record CostModel(
    int kPoints,
    int bands,
    double volume,
    int atoms,
    int operations,
    boolean augmented,
    double cutoff,
    double densityCutoff) {

  /** Of one band at one k-point in one iteration for each plane wave, s; fitted. */
  private static final double SECONDS = 4e-6;

  /** Of one atom with a PAW set in one iteration, s; fitted. */
  private static final double SECONDS_PER_SPHERE = 0.1;

  /** What each step takes beside, s; fitted. */
  private static final double SECONDS_PER_STEP = 1;

  private static final int ITERATIONS = 15;
  private static final int PAW_ITERATIONS = 27;

  /** Bytes of a complex number. */
  private static final int COMPLEX = 16;

  /** Wave functions are kept while it runs and saved in the end. */
  private static final int COPIES_OF_WAVES = 2;

  /** Densities of earlier iterations that are mixed, and their saved sum. */
  private static final int COPIES_OF_DENSITY = 9;

  /** Pseudopotentials and lists, bytes. */
  private static final long OTHER_FILES = 3_000_000;

  static CostModel of(PwOutput dryRun, PwSettings settings) {
    return new CostModel(
        dryRun.kPoints().orElse(1),
        dryRun.bands().orElse(1),
        dryRun.volume().orElse(0),
        dryRun.atoms().orElse(1),
        dryRun.symmetryOperations(),
        dryRun.augmented(),
        settings.number("cutoff"),
        settings.number("densityCutoff"));
  }

  /** CPU time of one self-consistent field, s. */
  double scfSeconds() {
    double waves = SECONDS * kPoints * bands * planeWaves(cutoff);
    return SECONDS_PER_STEP
        + (augmented ? PAW_ITERATIONS * (waves + SECONDS_PER_SPHERE * atoms) : ITERATIONS * waves);
  }

  /** CPU time of a vc-relax; more free coordinates take more steps. */
  Duration relaxation() {
    double steps = 5 + 6.0 * atoms / operations;
    return Duration.ofMillis((long) (1000 * steps * scfSeconds()));
  }

  Duration singlePoint() {
    return Duration.ofMillis((long) (1000 * scfSeconds()));
  }

  /** Bytes of all files at the end of a run. */
  long disk() {
    double waves = (double) COPIES_OF_WAVES * kPoints * bands * planeWaves(cutoff);
    double density = COPIES_OF_DENSITY * planeWaves(4 * cutoff) + planeWaves(densityCutoff);
    return (long) (COMPLEX * (waves + density)) + OTHER_FILES;
  }

  /** Plane waves below a cutoff in Ry: those in a sphere of that radius in reciprocal space. */
  private double planeWaves(double energy) {
    return volume * Math.pow(energy, 1.5) / (6 * Math.PI * Math.PI);
  }
}
