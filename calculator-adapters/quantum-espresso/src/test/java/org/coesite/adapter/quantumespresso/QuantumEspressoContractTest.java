package org.coesite.adapter.quantumespresso;

import org.coesite.calculator.Calculator;
import org.coesite.calculator.CalculatorContract;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.SymmetryFinder;

/** With the real pw.x. */
class QuantumEspressoContractTest implements CalculatorContract {

  @Override
  public Calculator calculator() {
    return new QuantumEspressoCalculator(System.getenv(), SymmetryFinder.create());
  }

  @Override
  public Structure start() {
    return Fluorite.conventional(4.6);
  }

  @Override
  public RelaxationSettings settings() {
    return Fluorite.settings("fast", "kMesh", "2 2 2");
  }
}
