package org.coesite.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Draws structures without symmetry: a random cell and random positions, none too close. */
final class RandomStructure {

  static final int ATTEMPTS = 10_000;

  /** After so many attempts the distances shrink, lest a dense cell cannot be filled at all. */
  private static final int ATTEMPTS_PER_SCALE = 100;

  private static final double SHRINKING = 0.97;
  private static final double SMALLEST_SCALE = 0.7;
  private static final int TRIES_PER_ATOM = 20;

  private final Composition composition;
  private final boolean shrinking;

  RandomStructure(EvolutionSettings settings) {
    this.composition = settings.composition();
    this.shrinking = !settings.heuristics().equals(Heuristics.NONE);
  }

  /**
   * A structure with the volume and the distances of the conditions.
   *
   * @throws NoRandomStructureException if there is none after 10000 attempts
   */
  Offspring.Made draw(
      Composition content, StartConditions conditions, UniformRandomProvider random) {
    return attempt(content, conditions, ATTEMPTS, random)
        .orElseThrow(
            () ->
                new NoRandomStructureException(
                    String.format(
                        Locale.ROOT,
                        "no random structure of %s at %.1f Å³/atom with %s after %d attempts",
                        content,
                        conditions.volumePerAtom(),
                        limits(conditions.distances()),
                        ATTEMPTS)));
  }

  /** The same, or nothing after so many attempts. */
  Optional<Offspring.Made> attempt(
      Composition content, StartConditions conditions, int attempts, UniformRandomProvider random) {
    for (int attempt = 1; attempt <= attempts; attempt++) {
      Lattice lattice = RandomCell.draw(conditions.volumePerAtom() * content.atoms(), random);
      if (conditions.cell().violation(lattice, content.atoms()).isPresent()
          || !conditions.allows(lattice)) {
        continue;
      }
      double scale = scale(attempt);
      Placement placement = new Placement(lattice, conditions.distances().scaled(scale));
      if (fill(placement, content, random) && !placement.scattered()) {
        Structure structure = placement.structure();
        Draws draws =
            new Draws().put("attempts", attempt).put("volumePerAtom", structure.volumePerAtom());
        if (scale < 1) {
          draws.put("distanceScale", scale);
        }
        return Optional.of(new Offspring.Made(structure, draws.values()));
      }
    }
    return Optional.empty();
  }

  private double scale(int attempt) {
    return shrinking
        ? Math.max(SMALLEST_SCALE, Math.pow(SHRINKING, (attempt - 1) / ATTEMPTS_PER_SCALE))
        : 1;
  }

  private static boolean fill(
      Placement placement, Composition content, UniformRandomProvider random) {
    if (!content.counts().keySet().stream().allMatch(placement::holds)) {
      return false;
    }
    for (Element element : inRandomOrder(content, random)) {
      boolean placed = false;
      for (int i = 0; i < TRIES_PER_ATOM && !placed; i++) {
        placed =
            placement.add(
                element,
                new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble()));
      }
      if (!placed) {
        return false;
      }
    }
    return true;
  }

  private static List<Element> inRandomOrder(Composition content, UniformRandomProvider random) {
    List<Element> atoms = new ArrayList<>();
    content.counts().forEach((e, count) -> atoms.addAll(Collections.nCopies(count, e)));
    ListSampler.shuffle(random, atoms);
    return atoms;
  }

  private String limits(MinimumDistances distances) {
    List<Element> elements = List.copyOf(composition.counts().keySet());
    List<String> limits = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i; j < elements.size(); j++) {
        Element first = elements.get(j);
        Element second = elements.get(i);
        limits.add(
            String.format(
                Locale.ROOT, "%s-%s ≥ %.2f Å", first, second, distances.between(first, second)));
      }
    }
    return String.join(", ", limits);
  }
}
