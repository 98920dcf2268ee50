package org.coesite.evolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;
import org.coesite.similarity.DuplicateFilter;
import org.coesite.similarity.DuplicateFilter.Known;
import org.coesite.similarity.DuplicateFilter.Match;
import org.coesite.similarity.Fingerprint;
import org.coesite.symmetry.NiggliReduction;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetryFinder;

/** Decides about relaxed candidates: kept, found before, discarded or failed. */
final class Ranking {

  /** Atoms nearer than this, in Å, have fallen into each other, whatever the energy says. */
  private static final double MERGED = 0.5;

  private final CellBounds bounds;
  private final DuplicateFilter filter;
  private final SymmetryFinder symmetry;

  /** Fingerprints of phases by id: they follow from the structure, so keeping them is safe. */
  private final Map<String, Fingerprint> fingerprints = new ConcurrentHashMap<>();

  /** A relaxed structure in its reduced cell, and its energy per atom in eV. */
  private record Reduced(Structure structure, double energyPerAtom) {}

  Ranking(EvolutionSettings settings, SymmetryFinder symmetry) {
    this.bounds = settings.relaxedCell();
    this.filter = new DuplicateFilter(settings.duplicateEnergy(), settings.duplicateDistance());
    this.symmetry = symmetry;
  }

  /** One individual for each relaxed candidate, in the same order. */
  List<Individual> rank(Population before, List<RelaxedCandidate> generation) {
    List<Known> known = new ArrayList<>();
    Map<String, SpaceGroup> groups = new HashMap<>();
    for (Phase phase : before.phases()) {
      known.add(known(phase.id(), phase.relaxed()));
      groups.put(phase.id(), phase.relaxed().spaceGroup());
    }
    List<Individual> ranked = new ArrayList<>();
    for (RelaxedCandidate relaxed : generation) {
      Individual individual = rank(relaxed, known, groups);
      if (individual.verdict() instanceof Verdict.Kept) {
        String id = individual.candidate().id();
        RelaxedStructure kept = individual.relaxed().orElseThrow();
        known.add(known(id, kept));
        groups.put(id, kept.spaceGroup());
      }
      ranked.add(individual);
    }
    return ranked;
  }

  /** Whether a structure is neither discarded nor a failure. */
  boolean accepts(Relaxation.Converged converged) {
    try {
      return unwanted(NiggliReduction.reduce(converged.structure()), converged.minimum()).isEmpty();
    } catch (IllegalArgumentException tooFlat) {
      return false;
    }
  }

  private Known known(String id, RelaxedStructure relaxed) {
    Fingerprint fingerprint =
        fingerprints.computeIfAbsent(id, absent -> Fingerprint.of(relaxed.structure()));
    return new Known(id, fingerprint, relaxed.energyPerAtom());
  }

  private Individual rank(
      RelaxedCandidate relaxed, List<Known> known, Map<String, SpaceGroup> groups) {
    Candidate candidate = relaxed.candidate();
    if (!(relaxed.relaxation() instanceof Relaxation.Converged converged)) {
      return failed(candidate, failure(relaxed.relaxation()));
    }
    Structure structure;
    try {
      structure = NiggliReduction.reduce(converged.structure());
    } catch (IllegalArgumentException tooFlat) {
      return failed(candidate, FailureReason.BAD_CELL + ": " + tooFlat.getMessage());
    }
    Reduced reduced = new Reduced(structure, converged.enthalpy() / structure.size());
    Verdict verdict =
        unwanted(structure, converged.minimum())
            .<Verdict>map(Verdict.Discarded::new)
            .orElseGet(() -> compared(reduced, known));
    return new Individual(
        candidate,
        Optional.of(
            new RelaxedStructure(
                structure, reduced.energyPerAtom, spaceGroup(structure, verdict, groups))),
        verdict);
  }

  /**
   * A higher duplicate never represents its phase and takes the phase's group over: finding one
   * costs as much as a relaxation, and most relaxations are duplicates.
   */
  private SpaceGroup spaceGroup(
      Structure structure, Verdict verdict, Map<String, SpaceGroup> groups) {
    if (verdict instanceof Verdict.Duplicate duplicate && duplicate.energyDifference() >= 0) {
      return groups.get(duplicate.of());
    }
    return symmetry.find(structure, SymmetryFinder.USUAL_TOLERANCE).spaceGroup();
  }

  private static Individual failed(Candidate candidate, String reason) {
    return new Individual(candidate, Optional.empty(), new Verdict.Failed(reason));
  }

  private static String failure(Relaxation relaxation) {
    if (relaxation instanceof Relaxation.Failed failed) {
      return failed.reason() + ": " + failed.message();
    }
    if (relaxation instanceof Relaxation.NotConverged notConverged) {
      return "not converged: " + notConverged.reason();
    }
    throw new IllegalArgumentException("no failure: " + relaxation);
  }

  private Optional<String> unwanted(Structure structure, StationaryPoint point) {
    double shortest = PeriodicDistances.of(structure).shortest();
    if (shortest < MERGED) {
      return Optional.of(
          String.format(
              Locale.ROOT, "distance %.3f Å between atoms is below %.1f Å", shortest, MERGED));
    }
    if (point == StationaryPoint.SADDLE) {
      return Optional.of("a saddle point: the lowest mode is negative");
    }
    return bounds.violation(structure.lattice(), structure.size());
  }

  private Verdict compared(Reduced relaxed, List<Known> known) {
    Fingerprint fingerprint = Fingerprint.of(relaxed.structure);
    Optional<Match> match = filter.match(fingerprint, relaxed.energyPerAtom, known);
    return match
        .<Verdict>map(m -> new Verdict.Duplicate(m.id(), m.distance(), m.energyDifference()))
        .orElseGet(Verdict.Kept::new);
  }
}
