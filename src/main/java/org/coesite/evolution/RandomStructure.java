package org.coesite.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
  private static final int TRIES_PER_ATOM = 20;

  private final Composition composition;
  private final FormulaUnits formulaUnits;
  private final double volumePerAtom;
  private final CellBounds bounds;
  private final MinimumDistances distances;

  RandomStructure(EvolutionSettings settings) {
    this.composition = settings.composition();
    this.formulaUnits = settings.formulaUnits();
    this.volumePerAtom = StartVolume.of(settings);
    this.bounds = settings.startCell();
    this.distances = MinimumDistances.of(settings);
  }

  /**
   * A structure with the volume and the distances of the settings.
   *
   * @throws NoRandomStructureException if there is none after 10000 attempts
   */
  Offspring.Made draw(UniformRandomProvider random) {
    Composition content = composition.times(formulaUnits.draw(random));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Lattice lattice = RandomCell.draw(volumePerAtom * content.atoms(), random);
      if (bounds.violation(lattice, content.atoms()).isPresent()) {
        continue;
      }
      Placement placement = new Placement(lattice, distances);
      if (fill(placement, content, random) && !placement.scattered()) {
        Structure structure = placement.structure();
        return new Offspring.Made(
            structure,
            new Draws()
                .put("attempts", attempt)
                .put("volumePerAtom", structure.volumePerAtom())
                .values());
      }
    }
    throw new NoRandomStructureException(
        String.format(
            Locale.ROOT,
            "no random structure of %s at %.1f Å³/atom with %s after %d attempts",
            content,
            volumePerAtom,
            limits(),
            ATTEMPTS));
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

  private String limits() {
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
