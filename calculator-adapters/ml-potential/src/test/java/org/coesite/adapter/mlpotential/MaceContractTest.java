package org.coesite.adapter.mlpotential;

import java.util.List;
import java.util.TreeMap;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.CalculatorContract;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;

/** On the real mace-torch. */
class MaceContractTest implements CalculatorContract {

  private static final Calculator MACE = Models.calculator("mace");

  @Override
  public Calculator calculator() {
    return MACE;
  }

  @Override
  public Structure start() {
    return Models.stishovite();
  }

  @Override
  public RelaxationSettings settings() {
    return Models.settings(List.of(Models.MACE.toString()), new TreeMap<>());
  }
}
