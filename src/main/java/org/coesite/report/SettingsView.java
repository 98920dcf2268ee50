package org.coesite.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coesite.calculator.RelaxationSettings;

/**
 * How a calculator was told to relax; component names are the JSON keys. Pressure and stress in
 * GPa, force in eV/Å, time in seconds.
 */
public record SettingsView(
    List<String> stages,
    double pressure,
    double maxForce,
    double maxStress,
    int maxSteps,
    double maxTime,
    boolean escapeSaddles,
    Map<String, String> options) {

  /** What an attempt was told. */
  public static SettingsView of(RelaxationSettings settings) {
    return new SettingsView(
        settings.stages(),
        settings.pressure(),
        settings.maxForce(),
        settings.maxStress(),
        settings.maxSteps(),
        settings.maxTime().toMillis() / 1000.0,
        settings.escapeSaddles(),
        settings.options());
  }

  /** All of them in one line, with units. */
  public String words() {
    String named =
        options.entrySet().stream()
            .map(option -> ", %s %s".formatted(option.getKey(), option.getValue()))
            .collect(Collectors.joining());
    return String.format(
            Locale.ROOT,
            "%s, %s GPa, force < %s eV/Å, stress < %s GPa, %d steps, %s s%s",
            String.join(" -> ", stages),
            pressure,
            maxForce,
            maxStress,
            maxSteps,
            maxTime,
            escapeSaddles ? "" : ", saddles kept")
        + named;
  }
}
