package org.coesite.adapter.gulp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coesite.forcefield.ParticleType;

/** Whether GULP computed what it was asked to: GULP drops what it does not understand. */
final class SettingsCheck {

  /** The pressure is printed with three decimals, GPa. */
  private static final double PRESSURE = 6e-4;

  private final Task task;

  SettingsCheck(Task task) {
    this.task = task;
  }

  /**
   * The first thing that is not as asked, in words.
   *
   * @param output of a run that got as far as to repeat its potential
   */
  Optional<String> difference(GulpOutput output, EchoedPotential echo) {
    return configurations(output)
        .or(() -> particles(output))
        .or(() -> pressure(output))
        .or(() -> new EchoComparison(task.potential(), task.atoms()).difference(echo));
  }

  /** Structures in the input: without {@code end} after a title there is none. */
  Optional<String> configurations(GulpOutput output) {
    int structures = output.configurations().orElse(0);
    if (structures != 1) {
      return Optional.of("%d structures were read, 1 was given".formatted(structures));
    }
    return output.symmetric()
        ? Optional.of("only an asymmetric unit was read, all atoms were given")
        : Optional.empty();
  }

  private Optional<String> particles(GulpOutput output) {
    String asked = counts(task.particles());
    String taken = counts(output.startParticles());
    return asked.equals(taken)
        ? Optional.empty()
        : Optional.of("the cell has %s, asked %s".formatted(taken, asked));
  }

  private static String counts(List<ParticleType> particles) {
    return particles.isEmpty()
        ? "no atoms"
        : particles.stream()
            .collect(Collectors.groupingBy(ParticleType::toString, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private Optional<String> pressure(GulpOutput output) {
    double taken = output.pressure().orElse(Double.NaN);
    return Math.abs(taken - task.pressure()) <= PRESSURE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "pressure is %.3f GPa, asked %.3f GPa", taken, task.pressure()));
  }
}
