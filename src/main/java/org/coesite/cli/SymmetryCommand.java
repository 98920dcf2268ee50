package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.report.StructureView;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.Symmetry;
import org.coesite.symmetry.SymmetryFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the space group of a structure. */
@Command(
    name = "symmetry",
    description = "Find space group, Wyckoff positions and standardised cell of a structure.",
    mixinStandardHelpOptions = true)
final class SymmetryCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FILE", description = "CIF, POSCAR or extended XYZ.")
  private Path file = Path.of("");

  @Option(
      names = "--tolerance",
      paramLabel = "Å",
      description = "How far an atom may lie from its symmetric place, Å (${DEFAULT-VALUE}).")
  private double tolerance = SymmetryFinder.USUAL_TOLERANCE;

  @Override
  public Integer call() {
    if (!(tolerance > 0 && tolerance <= 1)) {
      throw new BadInput("--tolerance: " + tolerance + " Å is outside 0 to 1 Å");
    }
    Structure structure = StructureFile.read(file);
    View view = View.of(structure, SymmetryFinder.create().find(structure, tolerance));
    output.result(view, view.words());
    return ExitCode.DONE;
  }

  /** What is printed; component names are the JSON keys. */
  record View(
      String formula,
      SpaceGroup spaceGroup,
      List<String> wyckoffLetters,
      int operations,
      double tolerance,
      Standardised standardised) {

    static View of(Structure structure, Symmetry symmetry) {
      return new View(
          structure.composition().formula(),
          symmetry.spaceGroup(),
          symmetry.wyckoffLetters(),
          symmetry.operations().size(),
          symmetry.tolerance(),
          Standardised.of(symmetry.standardised()));
    }

    String words() {
      return String.format(
          Locale.ROOT,
          """
          space group        %d %s
          operations         %d in the given cell
          Wyckoff letters    %s
          standardised cell  %s
                             %d atoms, %.3f Å3
          tolerance          %s Å""",
          spaceGroup.number(),
          spaceGroup.symbol(),
          operations,
          String.join(" ", wyckoffLetters),
          standardised.cell.words(),
          standardised.structure.species().size(),
          standardised.volume,
          tolerance);
    }
  }

  /** The conventional cell in the standard setting; volume in Å³. */
  record Standardised(CellView cell, double volume, StructureView structure) {

    static Standardised of(Structure structure) {
      return new Standardised(
          CellView.of(structure.lattice()),
          structure.lattice().volume(),
          StructureView.of(structure));
    }
  }
}
