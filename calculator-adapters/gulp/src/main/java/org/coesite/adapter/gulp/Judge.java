package org.coesite.adapter.gulp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;

/** Tells from what GULP wrote whether it did what it was asked to do. */
final class Judge {

  /** A run counts as achieved below this norm of the derivatives, eV; GULP's own usual bound. */
  private static final double GNORM = 1e-3;

  private final Task task;

  Judge(Task task) {
    this.task = task;
  }

  /**
   * The verdict on a run that ended by itself.
   *
   * @throws IllegalArgumentException if the output has numbers or elements that are none
   */
  Verdict of(GulpOutput output, Optional<RestartFile> restart) {
    if (output.version().isEmpty()) {
      return useless(FailureReason.OUTPUT_UNREADABLE, "there is no banner of GULP");
    }
    return ignored(output)
        .or(() -> Telltale.ofFailure(output).map(t -> useless(t.reason(), t.words())))
        .or(() -> cut(output))
        .orElseGet(() -> task.optimise() ? optimisation(output, restart) : singlePoint(output));
  }

  private Optional<Verdict> ignored(GulpOutput output) {
    SettingsCheck check = new SettingsCheck(task);
    Optional<String> difference =
        EchoedPotential.read(output.text())
            .flatMap(echo -> check.difference(output, echo))
            .or(() -> output.finished() ? check.configurations(output) : Optional.empty());
    return difference.map(words -> new Verdict.Useless(FailureReason.SETTINGS_IGNORED, words));
  }

  /** Numbers that grow beyond their fields in a run that goes on. */
  static Optional<Verdict> overflow(GulpOutput output) {
    return output.cycles().stream()
        .filter(Cycle::overflowed)
        .findFirst()
        .map(
            cycle ->
                new Verdict.Useless(
                    FailureReason.COLLAPSED,
                    "the energy went beyond what can be printed in cycle " + cycle.number()));
  }

  private static Optional<Verdict> cut(GulpOutput output) {
    return output.finished()
        ? Optional.empty()
        : overflow(output)
            .or(
                () ->
                    Optional.of(
                        useless(
                            FailureReason.OUTPUT_UNREADABLE,
                            "the output ends before 'Job Finished'")));
  }

  private Verdict singlePoint(GulpOutput output) {
    double energy = output.latticeEnergy().orElse(Double.NaN);
    return Double.isFinite(energy)
        ? new Verdict.Achieved(task.startGeometry(), energy)
        : useless(FailureReason.NOT_A_NUMBER, "energy is " + energy + " eV");
  }

  private Verdict optimisation(GulpOutput output, Optional<RestartFile> restart) {
    if (!output.optimises() || !output.began()) {
      return useless(FailureReason.SETTINGS_IGNORED, "nothing was optimised");
    }
    double energy = output.finalEnergy().orElse(Double.NaN);
    if (!Double.isFinite(energy)) {
      return useless(FailureReason.NOT_A_NUMBER, "final energy is " + energy + " eV");
    }
    Optional<Geometry> end =
        restart
            .filter(file -> file.belongsTo(energy))
            .map(RestartFile::geometry)
            .filter(this::isComplete)
            .or(() -> output.end().filter(this::isComplete));
    if (end.isEmpty()) {
      return useless(FailureReason.OUTPUT_UNREADABLE, "there is no final structure");
    }
    return ended(output, end.get(), energy);
  }

  private boolean isComplete(Geometry geometry) {
    List<?> asked = task.particles().stream().map(Object::toString).sorted().toList();
    return asked.equals(
            geometry.particles().stream().map(p -> p.type().toString()).sorted().toList())
        && geometry.particles().stream()
            .allMatch(particle -> Double.isFinite(particle.fractional().length()));
  }

  private static Verdict ended(GulpOutput output, Geometry end, double energy) {
    double gnorm = output.finalGnorm().orElse(Double.NaN);
    String reached =
        String.format(
            Locale.ROOT,
            "gnorm %.3g eV after %d cycles, limit %.3g eV",
            gnorm,
            Math.max(0, output.cycles().size() - 1),
            GNORM);
    Optional<Telltale> gaveUp = Telltale.ofGivingUp(output);
    if (gaveUp.isPresent()) {
      return new Verdict.GaveUp(
          gaveUp.get().reason(), gaveUp.get().words() + ": " + reached, end, energy);
    }
    return output.achieved() && gnorm < GNORM
        ? new Verdict.Achieved(end, energy)
        : new Verdict.GaveUp(FailureReason.STUCK, reached, end, energy);
  }

  private static Verdict.Useless useless(FailureReason reason, String message) {
    return new Verdict.Useless(reason, message);
  }
}
