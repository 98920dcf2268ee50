package org.coesite.evolution;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes the random structures of a search, with and without symmetry. */
final class RandomStructures {

  private final RandomStructure plain;
  private final RandomStreams streams;

  RandomStructures(EvolutionSettings settings, RandomStreams streams) {
    this.plain = new RandomStructure(settings);
    this.streams = streams;
  }

  Candidate candidate(int generation, int slot) {
    UniformRandomProvider random = streams.stream("generate", generation, slot, 0);
    Offspring.Made made = plain.draw(random);
    Origin origin = new Origin(OperatorName.RANDOM, List.of(), made.draws());
    return new Candidate(generation, slot, origin, made.structure());
  }
}
