package org.coesite.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coesite.crystal.format.StructureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a structure to a search. */
@Command(
    name = "inject",
    description =
        "Give a structure to a search: its next generation takes it. A search in a folder has to"
            + " rest meanwhile, go on with resume.",
    mixinStandardHelpOptions = true)
final class InjectCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "NAME", description = "Name of the search, see coesite list.")
  private String name = "";

  @Parameters(paramLabel = "FILE", description = "The structure as CIF, POSCAR or extended XYZ.")
  private Path file = Path.of("");

  /** What {@code --json} prints. */
  private record Taken(String search, String file, int number) {}

  @Override
  public Integer call() {
    String content = StructureFile.text(file);
    String called = file.getFileName().toString();
    String person = System.getProperty("user.name", "unknown");
    int number =
        Archive.read(data, (archive, report) -> archive.inject(name, called, content, person));
    output.result(
        new Taken(name, called, number),
        "%s is structure %d that was given to search %s; its next generation takes it"
            .formatted(called, number, name));
    return ExitCode.DONE;
  }
}
