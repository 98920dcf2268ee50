package org.coesite.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.RelaxationSettings;

/**
 * Checks and completes how a step of a model relaxes. A model file is a program, and whoever draws
 * a model need not be whoever runs this process: only files of one folder may be named.
 */
public final class StepCalculators {

  /** Neither a path nor a Python function. */
  private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*");

  private final List<Calculator> here;
  private final Path models;
  private final Workplaces workplaces;

  /**
   * With the calculators of this process; what others are told is left to them to check.
   *
   * @param models folder of model files
   */
  public StepCalculators(List<Calculator> here, Path models, Workplaces workplaces) {
    this.here = List.copyOf(here);
    this.models = models;
    this.workplaces = workplaces;
  }

  /**
   * How to relax structures of a search, at the pressure of the search.
   *
   * @throws IllegalArgumentException if the calculator cannot work like that
   */
  RelaxationSettings settings(String search, SearchSettings settings, RescreeningOrder order) {
    List<String> potentials = order.potential().stream().map(this::checked).toList();
    RelaxationSettings usual =
        RelaxationReader.ON_LIBRARY.contains(order.calculator())
            ? RelaxationSettings.defaults(potentials)
            : RelaxationSettings.coarse(potentials);
    RelaxationSettings stated =
        new RelaxationSettings(
            usual.stages(),
            settings.relaxation().pressure(),
            usual.maxForce(),
            usual.maxStress(),
            usual.maxSteps(),
            usual.maxTime(),
            usual.escapeSaddles());
    return here.stream()
        .filter(calculator -> calculator.name().equals(order.calculator()))
        .findFirst()
        .map(
            calculator ->
                calculator.prepared(
                    settings.evolution().composition(),
                    stated,
                    settings.placement(order.calculator()),
                    workplaces.folder(search)))
        .orElse(stated);
  }

  private String checked(String potential) {
    if (!NAME.matcher(potential).matches()) {
      throw new IllegalArgumentException(
          "potential: '%s' is not a mere name; put the file into the folder %s"
              .formatted(potential, models));
    }
    Path file = models.resolve(potential);
    if (Files.isRegularFile(file)) {
      return file.toAbsolutePath().toString();
    }
    if (Files.isRegularFile(Path.of(potential))) {
      throw new IllegalArgumentException(
          "potential: '%s' is a file outside the folder %s; put it there"
              .formatted(potential, models));
    }
    return potential;
  }
}
