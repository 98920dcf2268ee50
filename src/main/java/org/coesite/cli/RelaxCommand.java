package org.coesite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coesite.calculator.Relaxation;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.report.SettingsView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Relaxes one structure. */
@Command(
    name = "relax",
    description = "Relax cell and atoms of a structure to the next energy minimum.",
    mixinStandardHelpOptions = true)
final class RelaxCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private RelaxationOptions options = new RelaxationOptions();

  @Parameters(paramLabel = "FILE", description = "CIF, POSCAR or extended XYZ.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the relaxed structure, format by ending (.cif, .vasp, .xyz).")
  private @Nullable Path relaxed;

  @Override
  public Integer call() {
    checkOutput();
    Relaxer relaxer = options.relaxer();
    Structure start = StructureFile.read(file);
    try (Interruption interruption = new Interruption("Begin again with the same command.")) {
      return conclude(relaxer, relaxer.relax(start, interruption::requested));
    }
  }

  private int conclude(Relaxer relaxer, Relaxer.Result result) {
    Relaxation outcome = result.outcome();
    RelaxationView view =
        RelaxationView.of(outcome, relaxer.calculator(), SettingsView.of(result.settings()));
    output.result(view, view.words());
    if (outcome instanceof Relaxation.Converged converged) {
      write(converged.structure());
      return ExitCode.DONE;
    }
    output.note("coesite: " + view.status() + ": " + view.reason());
    return ExitCode.FAILED;
  }

  /** What cannot be written in the end is not worth beginning. */
  private void checkOutput() {
    if (relaxed == null) {
      return;
    }
    StructureFile.requireKnownType(relaxed);
    Path folder = relaxed.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInput("--output: " + relaxed + ": folder is missing or read-only");
    }
  }

  private void write(Structure structure) {
    if (relaxed == null) {
      return;
    }
    try {
      StructureFile.write(relaxed, structure);
    } catch (IOException failure) {
      throw new WorkFailed(relaxed + " cannot be written: " + failure.getMessage());
    }
  }
}
