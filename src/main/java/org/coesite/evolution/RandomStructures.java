package org.coesite.evolution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Makes the random structures of a search, with and without symmetry. */
final class RandomStructures {

  private static final String REPLACES = "replaces";

  private final RandomStructure plain;
  private final SymmetricRandomStructure symmetric;
  private final double symmetricShare;
  private final RandomStreams streams;

  RandomStructures(EvolutionSettings settings, RandomStreams streams) {
    this.plain = new RandomStructure(settings);
    this.symmetric = new SymmetricRandomStructure(settings);
    this.symmetricShare = settings.symmetricShare();
    this.streams = streams;
  }

  /** A random structure; one without symmetry where none with symmetry can be had. */
  Candidate candidate(int generation, int slot) {
    return candidate(generation, slot, streams.stream("generate", generation, slot, 0));
  }

  /** Another random structure for a slot; its origin counts how many stood there before. */
  Candidate replacement(Candidate before) {
    int number = 1 + Integer.parseInt(before.origin().draws().getOrDefault(REPLACES, "0"));
    Candidate drawn =
        candidate(
            before.generation(),
            before.slot(),
            streams.stream("replace", before.generation(), before.slot(), number));
    SortedMap<String, String> draws = new TreeMap<>(drawn.origin().draws());
    draws.put(REPLACES, Integer.toString(number));
    return new Candidate(
        drawn.generation(),
        drawn.slot(),
        new Origin(drawn.origin().operator(), List.of(), draws),
        drawn.structure());
  }

  private Candidate candidate(int generation, int slot, UniformRandomProvider random) {
    if (random.nextDouble() >= symmetricShare) {
      return candidate(generation, slot, OperatorName.RANDOM, plain.draw(random));
    }
    Offspring drawn = symmetric.draw(random);
    if (drawn instanceof Offspring.Made made) {
      return candidate(generation, slot, OperatorName.SYMMETRIC_RANDOM, made);
    }
    Offspring.Made instead = plain.draw(random);
    SortedMap<String, String> draws = new TreeMap<>(instead.draws());
    draws.put("insteadOf", ((Offspring.Refused) drawn).reason());
    return candidate(
        generation, slot, OperatorName.RANDOM, new Offspring.Made(instead.structure(), draws));
  }

  private static Candidate candidate(
      int generation, int slot, OperatorName name, Offspring.Made made) {
    Origin origin = new Origin(name, List.of(), made.draws());
    return new Candidate(generation, slot, origin, made.structure());
  }
}
