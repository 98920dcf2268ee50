package org.coesite.forcefield;

/**
 * ½ k (θ − θ₀)² in eV for the angle θ at a centre between two ends, of all triples in which both
 * ends are closer to the centre than their reach and closer to each other than the span.
 *
 * <p>The term ends abruptly at these distances, as it does in GULP, so the energy has a step where
 * an end crosses its reach at an angle other than θ₀.
 *
 * @param centre kind of particle at the corner
 * @param firstEnd kind of one end
 * @param secondEnd kind of the other end; may be the same
 * @param k force constant, eV/rad²
 * @param angle equilibrium angle θ₀, degrees
 * @param firstReach largest distance from the centre to the first end, Å
 * @param secondReach largest distance from the centre to the second end, Å
 * @param span largest distance between the ends, Å
 */
public record ThreeBody(
    ParticleType centre,
    ParticleType firstEnd,
    ParticleType secondEnd,
    double k,
    double angle,
    double firstReach,
    double secondReach,
    double span) {

  /** Refuses distances that are not positive and an angle outside 0 to 180 degrees. */
  public ThreeBody {
    Limits.finite("k", k);
    Limits.positive("first reach", firstReach);
    Limits.positive("second reach", secondReach);
    Limits.positive("span", span);
    if (!(angle > 0 && angle <= 180)) {
      throw new IllegalArgumentException("angle = " + angle + " is outside 0 to 180 degrees");
    }
    if (firstEnd.equals(secondEnd) && firstReach != secondReach) {
      throw new IllegalArgumentException(
          "ends of one kind need one reach, not %s and %s Å".formatted(firstReach, secondReach));
    }
  }
}
