package org.coesite.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coesite.crystal.Structure;
import org.coesite.search.Reference;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.similarity.Fingerprint;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;

/**
 * Tells which known phase a structure is.
 *
 * <p>It is the phase with the same reduced composition, the same space group or its mirror image
 * and as many atoms in the primitive cell, from which its Oganov–Valle fingerprint differs least,
 * by at most 0.05. For the fingerprint it is scaled to the volume per atom of the phase, because
 * potentials are off by some percent in volume. Distance alone would not do: with {@code sio2-slc},
 * relaxed moganite lies at 0.043 from the measured one but at 0.025 from coesite, and measured
 * moganite at 0.009 from α-quartz. Phases that this potential keeps lie below 0.02.
 */
public final class PhaseRecognition {

  static final double LARGEST_DISTANCE = 0.05;

  /** The space groups that are mirror images of one another, lower number first. */
  private static final Set<List<Integer>> ENANTIOMORPHS =
      Set.of(
          List.of(76, 78),
          List.of(91, 95),
          List.of(92, 96),
          List.of(144, 145),
          List.of(151, 153),
          List.of(152, 154),
          List.of(169, 170),
          List.of(171, 172),
          List.of(178, 179),
          List.of(180, 181),
          List.of(212, 213));

  private record Known(Reference reference, Symmetry symmetry, Fingerprint fingerprint) {}

  private record Candidate(Known known, double distance) {}

  private final SymmetryFinder finder;
  private final List<Known> known;

  /** Compares with known phases. */
  public PhaseRecognition(SymmetryFinder finder, List<Reference> references) {
    this.finder = finder;
    known =
        references.stream()
            .map(
                reference ->
                    new Known(
                        reference,
                        finder.find(reference.structure(), SymmetryFinder.USUAL_TOLERANCE),
                        Fingerprint.of(reference.structure())))
            .toList();
  }

  /** Compares a structure with every known phase. */
  public Comparison compare(Structure structure) {
    if (known.isEmpty()) {
      return Comparison.NONE;
    }
    Symmetry symmetry = finder.find(structure, SymmetryFinder.USUAL_TOLERANCE);
    List<Candidate> candidates = new ArrayList<>();
    List<ReferenceDistance> distances = new ArrayList<>();
    for (Known phase : known) {
      Candidate candidate = new Candidate(phase, distance(symmetry.primitive(), phase));
      distances.add(new ReferenceDistance(phase.reference.name(), candidate.distance));
      if (candidate.distance <= LARGEST_DISTANCE && sameKind(symmetry, phase.symmetry)) {
        candidates.add(candidate);
      }
    }
    Optional<String> nearest =
        candidates.stream()
            .min(Comparator.comparingDouble(Candidate::distance))
            .map(candidate -> candidate.known.reference.name());
    return new Comparison(nearest, distances);
  }

  private static double distance(Structure structure, Known phase) {
    double volume = phase.reference.structure().volumePerAtom() * structure.size();
    Structure scaled = structure.with(structure.lattice().scaledTo(volume));
    return Fingerprint.of(scaled).cosineDistance(phase.fingerprint);
  }

  private static boolean sameKind(Symmetry one, Symmetry other) {
    int a = one.spaceGroup().number();
    int b = other.spaceGroup().number();
    return (a == b || ENANTIOMORPHS.contains(List.of(Math.min(a, b), Math.max(a, b))))
        && one.primitive().composition().equals(other.primitive().composition());
  }
}
