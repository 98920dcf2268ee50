package org.coesite.adapter.gulp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.ParticleType;

/**
 * The potential that GULP computed with, as it repeats it before the first energy.
 *
 * @param charges charge of each kind of particle, e
 * @param terms terms between two particles, springs among them
 * @param angles terms of an angle
 * @param ewald whether the −C/r⁶ parts are summed over the whole crystal
 * @param complete whether terms are repeated at all: with some outputs asked for they are not, and
 *     the energy has to tell
 */
record EchoedPotential(
    Map<ParticleType, Double> charges,
    List<EchoedTerm> terms,
    List<EchoedTerm> angles,
    boolean ewald,
    boolean complete) {

  /** With this line the repetition is over. */
  private static final String END = "Output for configuration";

  /** The potential of an output; empty if it ends before all is repeated. */
  static Optional<EchoedPotential> read(Listing output) {
    if (!output.contains(END)) {
      return Optional.empty();
    }
    return Optional.of(
        new EchoedPotential(
            charges(output.firstTable("Species output for all configurations")),
            EchoedTerm.read(output.firstTable("General interatomic potentials")),
            EchoedTerm.read(output.firstTable("General Three-body potentials")),
            output.contains("C6 terms to be calculated in real and reciprocal space"),
            output.contains("Maximum range for interatomic potentials") || hasNoTerms(output)));
  }

  private static boolean hasNoTerms(Listing output) {
    return output.lastValue("Interatomic potentials").map(Listing::number).orElse(0.0) == 0;
  }

  private static Map<ParticleType, Double> charges(List<String> rows) {
    Map<ParticleType, Double> charges = new HashMap<>();
    for (String row : rows) {
      String[] words = row.strip().split("\\s+");
      if (words.length < 5) {
        throw new IllegalArgumentException("'" + row.strip() + "' is no species with its charge");
      }
      String part = words[1].equals("Shell") ? "s" : "c";
      charges.put(
          Geometry.Particle.of(words[0], part, Vector3.ZERO).type(), Listing.number(words[4]));
    }
    return charges;
  }

  /** All terms. */
  Stream<EchoedTerm> allTerms() {
    return Stream.concat(terms.stream(), angles.stream());
  }
}
