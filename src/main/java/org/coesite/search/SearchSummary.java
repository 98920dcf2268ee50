package org.coesite.search;

import java.util.List;
import org.coesite.crystal.Lattice;
import org.coesite.evolution.Exploration;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/**
 * What summary.json and {@code show --json} say; component names are the JSON keys.
 *
 * @param search name of the search
 * @param seed its seed
 * @param state where it stands
 * @param stop why it ended, null while it runs
 * @param settings what the numbers rest on
 * @param generations generations ranked so far
 * @param relaxations counts
 * @param populationHash SHA-256 over the population, null before the first generation
 * @param record end of the chain of all records; who keeps it can tell whether they are the same
 * @param best unique structures, lowest energy first
 * @param rescreened what a second screening made of the best, lowest energy first; empty unless the
 *     model has one
 * @param refined what the accurate calculator made of the best and of the known phases, lowest
 *     energy first; empty unless the search refines
 * @param notRefined those that were to be refined and have no result, in the order of the plan
 * @param exploration what each operator gave, and how much may be left to find
 * @param timing where the time went
 */
public record SearchSummary(
    String search,
    long seed,
    SearchState state,
    @Nullable String stop,
    SearchMethods settings,
    int generations,
    Relaxations relaxations,
    @Nullable String populationHash,
    AuditTrail.Head record,
    List<Best> best,
    List<Rescreened> rescreened,
    List<Refined> refined,
    List<NotRefined> notRefined,
    Exploration exploration,
    Timing timing) {

  /** Summaries from before there was a second screening have none. */
  public SearchSummary {
    rescreened = rescreened == null ? List.of() : List.copyOf(rescreened);
  }

  /** How many relaxations ended how. */
  public record Relaxations(
      int total, int converged, int notConverged, int failed, int discarded, int duplicates) {}

  /**
   * One unique structure; energies in eV, lengths in Å, angles in degrees, volume in Å³.
   *
   * @param structure id, for example g002s11
   * @param formulaUnits in the standardised cell
   * @param operator of the relaxation that gave the lowest energy, like the id and the generation
   * @param hits how often it was found
   * @param firstRelaxation the relaxation, from 1, that found it first
   */
  public record Best(
      String structure,
      double energyPerAtom,
      double energyPerFormula,
      SpaceGroup spaceGroup,
      Cell lattice,
      double volumePerAtom,
      int formulaUnits,
      String operator,
      int generation,
      int hits,
      int firstRelaxation,
      List<ReferenceDistance> references) {}

  /**
   * One structure after a second screening; energies in eV, lengths in Å, angles in degrees, volume
   * in Å³.
   *
   * @param structure id, for example g002s11
   * @param calculator name of the calculator that gave the energy
   * @param version its version
   * @param potentials what it was told to relax with, the last one gave the energy
   * @param before its place in the order of the first screening, from 1
   * @param same ids of those that have become the same
   */
  public record Rescreened(
      String structure,
      String calculator,
      String version,
      List<String> potentials,
      double energyPerAtom,
      double energyPerFormula,
      SpaceGroup spaceGroup,
      Cell lattice,
      double volumePerAtom,
      int before,
      List<String> same) {

    /** Calculator, version and potential in words. */
    public String method() {
      return "%s %s, %s".formatted(calculator, version, String.join(" ", potentials)).strip();
    }
  }

  /**
   * One refined structure; energies in eV and, per atom, in Ry; lengths in Å, angles in degrees,
   * volume in Å³, pressure in GPa.
   *
   * @param structure id of the structure, or of the known phase: ref- and its name
   * @param reference name of the known phase if it is one
   * @param calculator name of the calculator that gave the energy
   * @param version its version
   * @param protocol its settings by name, which also name the set of pseudopotentials
   * @param pressure left after the refinement
   * @param moved cosine distance of the site fingerprints before and after
   * @param rounds how many rounds of relaxing it took, each with new plane waves
   * @param references cosine distances to the known phases refined in the same way, nearest first
   */
  public record Refined(
      String structure,
      @Nullable String reference,
      String calculator,
      String version,
      String protocol,
      double energyPerAtom,
      double energyPerAtomRydberg,
      double energyPerFormula,
      SpaceGroup spaceGroup,
      Cell lattice,
      double volumePerAtom,
      double pressure,
      double moved,
      int rounds,
      List<ReferenceDistance> references) {

    /** Calculator, version and protocol; energies of different methods do not compare. */
    public String method() {
      return "%s %s, protocol %s".formatted(calculator, version, protocol);
    }

    /** How far it lies above the lowest of these that was computed with its method, eV per atom. */
    public double above(List<Refined> others) {
      return energyPerAtom
          - others.stream()
              .filter(other -> other.method().equals(method()))
              .mapToDouble(Refined::energyPerAtom)
              .reduce(energyPerAtom, Math::min);
    }
  }

  /** A structure that was to be refined and has no result, with the reason. */
  public record NotRefined(String structure, Standing standing, String reason) {

    /** What becomes of it. */
    public enum Standing {
      /** It is at work, or will be. */
      DUE,
      /** It waits for a person, see {@link FailureAction#ASK_PERSON}. */
      WAITING,
      /** It was given up, or the search ended before. */
      GIVEN_UP,
      /** A person left it out of what was approved. */
      DECLINED
    }
  }

  /** Standardised cell in Å and degrees. */
  public record Cell(double a, double b, double c, double alpha, double beta, double gamma) {

    /** The lengths and angles of a lattice. */
    public static Cell of(Lattice lattice) {
      double[] l = lattice.lengths();
      double[] t = lattice.angles();
      return new Cell(l[0], l[1], l[2], t[0], t[1], t[2]);
    }
  }

  /** Cosine distance to a known phase. */
  public record ReferenceDistance(String name, double cosineDistance) {}

  /**
   * Wall time in seconds, CPU time in seconds that calculators took in processes of Coesite,
   * without that of outside programs such as pw.x, and the engine's share of all CPU time.
   */
  public record Timing(double wallSeconds, double calculatorCpuSeconds, double engineShare) {}
}
