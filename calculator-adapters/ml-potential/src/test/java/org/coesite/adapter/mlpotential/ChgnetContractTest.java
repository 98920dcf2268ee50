package org.coesite.adapter.mlpotential;

import java.util.List;
import java.util.TreeMap;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.CalculatorContract;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;

/** On the real chgnet with the weights that it ships. */
class ChgnetContractTest implements CalculatorContract {

  private static final Calculator CHGNET = Models.calculator("chgnet");

  @Override
  public Calculator calculator() {
    return CHGNET;
  }

  @Override
  public Structure start() {
    return Models.stishovite();
  }

  @Override
  public RelaxationSettings settings() {
    return Models.settings(List.of(), new TreeMap<>());
  }

  /** It ends at plutonium, behind the uranium that others lack. */
  @Override
  public String unknown() {
    return "Cm";
  }
}
