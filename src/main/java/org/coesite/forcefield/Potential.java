package org.coesite.forcefield;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coesite.crystal.Element;

/**
 * A classical potential: charges in e and terms in eV and Å, with the papers they come from.
 *
 * @param name name as users write it, for example {@code sio2-slc}
 * @param description what it is, in a line
 * @param citation the papers, with DOI where there is one
 * @param ions charges of each element
 * @param pairTerms terms between two particles; several for one pair of kinds add up
 * @param threeBody terms of an angle
 * @param dispersionSum how the −C/r⁶ parts of the pair terms are summed
 * @param firstStages names of the potentials that a random start should be relaxed with first, in
 *     this order; empty if this one is robust by itself
 */
public record Potential(
    String name,
    String description,
    String citation,
    SortedMap<Element, Ion> ions,
    List<PairTerm> pairTerms,
    List<ThreeBody> threeBody,
    DispersionSum dispersionSum,
    List<String> firstStages) {

  /**
   * Keeps its own copies; refuses a term on a particle that no element has and two cutoffs for one
   * pair.
   */
  public Potential {
    ions = Collections.unmodifiableSortedMap(new TreeMap<>(ions));
    pairTerms = List.copyOf(pairTerms);
    threeBody = List.copyOf(threeBody);
    firstStages = List.copyOf(firstStages);
    if (ions.isEmpty()) {
      throw new IllegalArgumentException("a potential needs at least one element");
    }
    for (PairTerm term : pairTerms) {
      requireKnown(ions, term.first());
      requireKnown(ions, term.second());
      requireOneCutoff(pairTerms, term);
    }
    for (ThreeBody term : threeBody) {
      requireKnown(ions, term.centre());
      requireKnown(ions, term.firstEnd());
      requireKnown(ions, term.secondEnd());
    }
  }

  private static void requireKnown(Map<Element, Ion> ions, ParticleType type) {
    Ion ion = ions.get(type.element());
    if (ion == null) {
      throw new IllegalArgumentException("a term acts on " + type + ", but it has no charge");
    }
    if (type.part() == ParticleType.Part.SHELL && ion.shell().isEmpty()) {
      throw new IllegalArgumentException(
          "a term acts on " + type + ", but " + type.element().symbol() + " is a rigid ion");
    }
  }

  private static void requireOneCutoff(List<PairTerm> terms, PairTerm term) {
    for (PairTerm other : terms) {
      if (other.actsOn(term.first(), term.second()) && other.cutoff() != term.cutoff()) {
        throw new IllegalArgumentException(
            "terms between %s and %s end at %s and at %s Å"
                .formatted(term.first(), term.second(), term.cutoff(), other.cutoff()));
      }
    }
  }

  /** The elements it describes. */
  public SortedSet<Element> elements() {
    return new TreeSet<>(ions.keySet());
  }

  /** Whether any of its ions is polarisable. */
  public boolean hasShells() {
    return ions.values().stream().anyMatch(ion -> ion.shell().isPresent());
  }

  /**
   * Total charge of an ion, core and shell together, in e.
   *
   * @throws IllegalArgumentException if it lacks the element
   */
  public double chargeOf(Element element) {
    return ion(element).charge();
  }

  /**
   * Charges of an element.
   *
   * @throws IllegalArgumentException if it lacks the element
   */
  public Ion ion(Element element) {
    Ion ion = ions.get(element);
    if (ion == null) {
      throw new IllegalArgumentException(
          "potential %s has no %s; it knows %s".formatted(name, element, ions.keySet()));
    }
    return ion;
  }

  /** Total charge of the listed atoms in e; 0 within rounding for a neutral cell. */
  public double chargeOf(Collection<Element> atoms) {
    return atoms.stream().mapToDouble(this::chargeOf).sum();
  }

  /** The particles it makes of its elements: all cores, then all shells. */
  List<ParticleType> particleTypes() {
    return Stream.concat(
            ions.keySet().stream().map(ParticleType::core),
            ions.keySet().stream()
                .filter(element -> ion(element).shell().isPresent())
                .map(ParticleType::shell))
        .toList();
  }

  /** Charge of a core or a shell, e. */
  public double chargeOf(ParticleType type) {
    Ion ion = ion(type.element());
    return type.part() == ParticleType.Part.CORE
        ? ion.coreCharge()
        : ion.shell().orElseThrow().charge();
  }
}
