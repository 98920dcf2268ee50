package org.coesite.calculator.embedded;

import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.CalculatorContract;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.forcefield.PotentialLibrary;

class EmbeddedCalculatorContractTest implements CalculatorContract {

  @Override
  public Calculator calculator() {
    return new EmbeddedCalculator(PotentialLibrary.standard());
  }

  @Override
  public Structure start() {
    return StructureFile.read(Path.of("examples/silica/references/alpha-quartz.cif"));
  }

  @Override
  public RelaxationSettings settings() {
    return RelaxationSettings.defaults(List.of("sio2-slc"));
  }
}
