package org.coesite.adapter.gulp;

import java.nio.file.Path;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.CalculatorContract;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.junit.jupiter.api.io.TempDir;

/** On recorded runs, as the program cannot be had here. */
class GulpContractTest implements CalculatorContract {

  private static final Recording QUARTZ = Recording.named("quartz_alpha__slc");

  @TempDir Path relaxing;

  @TempDir Path collapsing;

  @Override
  public Calculator calculator() {
    return new GulpDouble(relaxing).replaying(QUARTZ);
  }

  @Override
  public Calculator calculatorOfCollapsed() {
    return new GulpDouble(collapsing).replaying(Recording.named("cell_tiny"));
  }

  @Override
  public Structure start() {
    return QUARTZ.start();
  }

  @Override
  public RelaxationSettings settings() {
    return GulpDouble.settings("sio2-slc");
  }
}
