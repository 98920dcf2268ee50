package org.coesite.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.symmetry.WyckoffPosition;

/**
 * Which Wyckoff positions the atoms of a composition take.
 *
 * <p>The positions are drawn one after the other, going back where the rest cannot be filled. A
 * position without free coordinate is taken once at most.
 */
final class WyckoffAssignment {

  /** One position taken by one element. */
  record Orbit(Element element, WyckoffPosition position) {}

  private static final int STEPS = 2000;

  private final List<WyckoffPosition> positions;
  private final UniformRandomProvider random;
  private final Set<WyckoffPosition> taken = new HashSet<>();
  private final List<Orbit> orbits = new ArrayList<>();
  private int steps;

  private WyckoffAssignment(List<WyckoffPosition> positions, UniformRandomProvider random) {
    this.positions = positions;
    this.random = random;
  }

  /**
   * Draws an assignment; empty if there is none, or none found in 2000 steps.
   *
   * @param content atoms of the conventional cell
   */
  static Optional<List<Orbit>> draw(
      List<WyckoffPosition> positions, Composition content, UniformRandomProvider random) {
    WyckoffAssignment assignment = new WyckoffAssignment(positions, random);
    Map<Element, Integer> missing = new LinkedHashMap<>(content.counts());
    return assignment.fill(missing)
        ? Optional.of(List.copyOf(assignment.orbits))
        : Optional.empty();
  }

  private boolean fill(Map<Element, Integer> missing) {
    Optional<Element> next =
        missing.keySet().stream().filter(element -> missing.get(element) > 0).findFirst();
    if (next.isEmpty()) {
      return true;
    }
    Element element = next.get();
    int count = missing.get(element);
    for (WyckoffPosition position : inRandomOrder(count)) {
      if (++steps > STEPS) {
        return false;
      }
      boolean fixed = position.degreesOfFreedom() == 0;
      if (fixed && !taken.add(position)) {
        continue;
      }
      orbits.add(new Orbit(element, position));
      missing.put(element, count - position.multiplicity());
      if (fill(missing)) {
        return true;
      }
      missing.put(element, count);
      orbits.remove(orbits.size() - 1);
      if (fixed) {
        taken.remove(position);
      }
    }
    return false;
  }

  /**
   * The positions that are not too many for the atoms left. Those with the same multiplicity and
   * freedom together weigh as much as any other kind, lest the many special ones crowd out the
   * general one.
   */
  private List<WyckoffPosition> inRandomOrder(int count) {
    List<List<WyckoffPosition>> kinds =
        new ArrayList<>(
            positions.stream()
                .filter(position -> position.multiplicity() <= count)
                .collect(
                    Collectors.groupingBy(
                        position -> 10 * position.multiplicity() + position.degreesOfFreedom(),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)))
                .values());
    ListSampler.shuffle(random, kinds);
    List<WyckoffPosition> ordered = new ArrayList<>();
    for (List<WyckoffPosition> kind : kinds) {
      ListSampler.shuffle(random, kind);
      ordered.addAll(kind);
    }
    return ordered;
  }

  /** In words, for example {@code Ti 2a, O 4f}. */
  static String describe(List<Orbit> orbits) {
    return orbits.stream()
        .map(o -> o.element() + " " + o.position().multiplicity() + o.position().letter())
        .collect(Collectors.joining(", "));
  }
}
