package org.coesite.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** What this machine computes with, where other machines do the rest. */
final class CalculatorsOption {

  @Option(
      names = "--calculator",
      paramLabel = "C",
      description =
          "What this machine computes with (everything); may be given several times. The rest is"
              + " neither checked nor done here, but left to workers.")
  private List<String> names = List.of();

  /**
   * The calculators of this build, of which those that were named work here.
   *
   * @throws BadInput if there is no such calculator
   */
  Calculators of(Calculators known) {
    return names.isEmpty() ? known : known.here(names);
  }
}
