package org.coesite.search;

import java.util.List;
import org.coesite.calculator.RelaxationSettings;

/**
 * A second screening as it was planned: which structures are relaxed again, and how.
 *
 * @param calculator name of the calculator
 * @param relaxation how to relax with it, as the calculator has completed it
 * @param batches ids of the structures, lowest first, split into tasks
 */
public record Rescreening(
    String calculator, RelaxationSettings relaxation, List<List<String>> batches) {

  /** Keeps its own copies. */
  public Rescreening {
    batches = batches.stream().map(List::copyOf).toList();
  }

  /** The ids of all its structures, lowest first. */
  public List<String> structures() {
    return batches.stream().flatMap(List::stream).toList();
  }

  /** Calculator and potential in words. */
  String method() {
    return relaxation.stages().isEmpty()
        ? calculator
        : "%s (%s)".formatted(calculator, String.join(", ", relaxation.stages()));
  }
}
