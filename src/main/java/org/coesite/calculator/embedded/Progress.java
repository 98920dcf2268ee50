package org.coesite.calculator.embedded;

/** Notices when a descent no longer gets anywhere. */
final class Progress {

  /** Steps without progress after which there will be none. */
  private static final int PATIENCE = 15;

  private final double leastGain;
  private double lowestValue = Double.POSITIVE_INFINITY;
  private double lowestForce = Double.POSITIVE_INFINITY;
  private int idle;

  /**
   * Nothing seen yet.
   *
   * @param leastGain a value lower by this counts as progress, eV
   */
  Progress(double leastGain) {
    this.leastGain = leastGain;
  }

  /**
   * Takes the next step into account.
   *
   * @param value value reached, eV
   * @param force largest force, eV/Å
   * @return whether many steps have neither lowered the value nor halved the force
   */
  boolean hasStalled(double value, double force) {
    idle++;
    if (value < lowestValue - leastGain) {
      lowestValue = value;
      idle = 0;
    }
    if (force < 0.5 * lowestForce) {
      lowestForce = force;
      idle = 0;
    }
    return idle > PATIENCE;
  }
}
