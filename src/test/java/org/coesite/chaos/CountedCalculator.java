package org.coesite.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/**
 * A calculator that leaves a line in a file for each relaxation it ends.
 *
 * @param calculator that relaxes
 * @param calls file of lines
 */
record CountedCalculator(Calculator calculator, Path calls) implements Calculator {

  @Override
  public String name() {
    return calculator.name();
  }

  @Override
  public String version() {
    return calculator.version();
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
    return calculator.prepared(composition, settings, placement, folder);
  }

  @Override
  public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    Relaxation outcome = calculator.relax(start, settings, workplace);
    try {
      Files.writeString(calls, name() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return outcome;
  }
}
