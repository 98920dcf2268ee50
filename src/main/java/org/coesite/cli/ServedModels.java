package org.coesite.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.coesite.adapter.mlpotential.MlPotentialCalculator;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.search.SearchSettings;

/**
 * The models that users of a server may name. A model file is a program, and so is a Python
 * function: only files that whoever runs the server has put into a folder are opened here.
 *
 * @param folder of model files
 * @param elsewhere names of calculators that other machines have
 */
record ServedModels(Path folder, Set<String> elsewhere) {

  private static final Set<String> OF_FILES = Set.of("mace", "aimnet2", "chgnet");

  /**
   * The settings with files of the folder in place of their names.
   *
   * @throws UnfitSettingsException if they name another file, or a function
   */
  SearchSettings named(SearchSettings settings) {
    return settings.withPrepared(
        named(settings.screen(), settings.relaxation()),
        settings
            .refinement()
            .map(
                refinement ->
                    refinement.withPrepared(
                        named(refinement.calculator(), refinement.relaxation()),
                        refinement.singlePoint()))
            .orElse(null));
  }

  private RelaxationSettings named(String calculator, RelaxationSettings relaxation) {
    if (elsewhere.contains(calculator)) {
      return relaxation;
    }
    if (calculator.equals(MlPotentialCalculator.FUNCTION)) {
      throw unfit(calculator, "a server runs no functions; leave them to workers");
    }
    return OF_FILES.contains(calculator)
        ? relaxation.withStages(
            relaxation.stages().stream().map(stage -> file(calculator, stage)).toList())
        : relaxation;
  }

  private String file(String calculator, String name) {
    Path file = name.matches("[\\w.-]+") ? folder.resolve(name) : folder;
    if (Files.isRegularFile(file)) {
      return file.toAbsolutePath().toString();
    }
    if (calculator.equals("chgnet") && name.matches("\\d[\\d.]*|r2scan")) {
      return name;
    }
    throw unfit(
        calculator,
        "'%s' is no file in the folder models of the server's data directory".formatted(name));
  }

  private static UnfitSettingsException unfit(String calculator, String problem) {
    return new UnfitSettingsException(List.of(calculator + ": " + problem));
  }
}
