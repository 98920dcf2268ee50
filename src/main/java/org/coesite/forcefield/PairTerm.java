package org.coesite.forcefield;

/**
 * A term between two particles that depends on their distance alone and ends at a cutoff: a pair
 * counts if and only if it is closer than the cutoff.
 */
public sealed interface PairTerm permits Buckingham, LennardJones {

  /** One of the two kinds of particle. */
  ParticleType first();

  /** The other kind of particle; may be the same. */
  ParticleType second();

  /** Whether it acts between these two kinds of particle, in either order. */
  default boolean actsOn(ParticleType one, ParticleType other) {
    return first().equals(one) && second().equals(other)
        || first().equals(other) && second().equals(one);
  }

  /** Distance from which on the term is nothing, Å. */
  double cutoff();

  /** The C of the part −C/r⁶, eV Å⁶; 0 if there is none. */
  double dispersion();

  /** Energy in eV at a squared distance in Å², without the part −C/r⁶. */
  double repulsion(double squaredDistance);

  /** Derivative of {@link #repulsion} with respect to the squared distance, eV/Å². */
  double repulsionSlope(double squaredDistance);
}
