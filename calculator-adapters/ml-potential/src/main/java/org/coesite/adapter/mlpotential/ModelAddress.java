package org.coesite.adapter.mlpotential;

import java.util.List;
import java.util.Map;
import org.coesite.calculator.RelaxationSettings;

/**
 * Which model to compute with, and on what.
 *
 * @param name {@code mace}, {@code chgnet}, {@code aimnet2} or {@code ase}
 * @param potential model file, release or {@code module:factory}; empty for the usual one
 * @param device {@code cpu}, {@code cuda}, {@code cuda:N} or {@code mps}
 * @param threads of the processor
 */
record ModelAddress(String name, String potential, String device, String threads) {

  static final String DEVICE = "device";
  static final String THREADS = "threads";

  static ModelAddress of(String name, RelaxationSettings settings) {
    Map<String, String> options = settings.options();
    return new ModelAddress(
        name,
        settings.stages().isEmpty() ? "" : settings.stages().get(0),
        options.getOrDefault(DEVICE, "cpu").replaceFirst("^cuda$", "cuda:0"),
        options.getOrDefault(THREADS, "1"));
  }

  /** What the worker is told. */
  List<String> arguments() {
    String model = potential.isEmpty() ? name : name + ':' + potential;
    return List.of("--stdio", "--model", model, "--device", device, "--threads", threads);
  }

  /** Whether a second worker would compete for the same device. */
  boolean isExclusive() {
    return !device.equals("cpu");
  }
}
