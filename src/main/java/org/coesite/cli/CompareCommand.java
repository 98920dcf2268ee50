package org.coesite.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coesite.calculator.Relaxation;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.similarity.Comparison;
import org.coesite.similarity.Fingerprint;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetryFinder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints how alike two structures are. */
@Command(
    name = "compare",
    description = "Say how alike two structures are, whatever their cell, origin and orientation.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  @Parameters(index = "0", paramLabel = "A", description = "CIF, POSCAR or extended XYZ.")
  private Path fileA = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The other structure.")
  private Path fileB = Path.of("");

  @Mixin private RelaxationOptions options = new RelaxationOptions();

  @Override
  public Integer call() {
    Structure a = StructureFile.read(fileA);
    Structure b = StructureFile.read(fileB);
    Comparison comparison = Comparison.of(a, b, SymmetryFinder.create());
    View view =
        new View(
            new CosineDistance(comparison.oganovValle(), comparison.siteFingerprint()),
            energyDifference(a, b),
            List.of(comparison.first(), comparison.second()));
    output.result(view, view.words());
    return ExitCode.DONE;
  }

  private @Nullable Double energyDifference(Structure a, Structure b) {
    if (!options.namePotential()) {
      return null;
    }
    Relaxer relaxer = options.relaxer();
    return energyPerAtom(relaxer, fileB, b) - energyPerAtom(relaxer, fileA, a);
  }

  private static double energyPerAtom(Relaxer relaxer, Path file, Structure structure) {
    Relaxation outcome = relaxer.relax(structure, () -> false).outcome();
    if (outcome instanceof Relaxation.Converged converged) {
      return converged.enthalpy() / structure.size();
    }
    throw new WorkFailed(file + ": relaxation " + RelaxationView.reason(outcome));
  }

  /**
   * What is printed; component names are the JSON keys.
   *
   * @param energyDifference B less A after relaxing both, eV per atom; absent unless asked for
   */
  record View(
      CosineDistance cosineDistance,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double energyDifference,
      List<SpaceGroup> spaceGroups) {

    String words() {
      StringBuilder words = new StringBuilder();
      words.append(
          String.format(
              Locale.ROOT,
              """
              cosine distance    %.6f  Oganov-Valle fingerprint (all distances up to %.0f Å)
                                 %.6f  site fingerprint (coordination of each atom)
              space groups       %s and %s""",
              cosineDistance.oganovValle,
              Fingerprint.CUTOFF,
              cosineDistance.siteFingerprint,
              name(spaceGroups.get(0)),
              name(spaceGroups.get(1))));
      if (energyDifference != null) {
        words.append(
            String.format(Locale.ROOT, "%nenergy difference  %+.6f eV/atom", energyDifference));
      }
      return words.toString();
    }

    private static String name(SpaceGroup group) {
      return group.number() + " " + group.symbol();
    }
  }

  /** Two measures of likeness, 0 for equal structures. */
  record CosineDistance(double oganovValle, double siteFingerprint) {}
}
