package org.coesite.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.coesite.crystal.Element;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the potentials. */
@Command(
    name = "potentials",
    description = "List the classical potentials that come with Coesite.",
    mixinStandardHelpOptions = true)
final class PotentialsCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    PotentialLibrary library = PotentialLibrary.standard();
    List<Entry> entries = library.names().stream().map(library::potential).map(Entry::of).toList();
    output.result(new View(entries), words(entries));
    return ExitCode.DONE;
  }

  private static String words(List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                "%-20s %-12s %s%n%-33s %s"
                    .formatted(
                        entry.name,
                        String.join(" ", entry.elements),
                        entry.description,
                        "",
                        entry.citation))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** What is printed; component names are the JSON keys. */
  record View(List<Entry> potentials) {}

  /**
   * One potential.
   *
   * @param firstStages potentials that random structures are relaxed with first
   */
  record Entry(
      String name,
      String description,
      List<String> elements,
      boolean shells,
      List<String> firstStages,
      String citation) {

    static Entry of(Potential potential) {
      return new Entry(
          potential.name(),
          potential.description(),
          potential.elements().stream().map(Element::symbol).toList(),
          potential.hasShells(),
          potential.firstStages(),
          potential.citation());
    }
  }
}
