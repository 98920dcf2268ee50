package org.coesite.calculator;

import org.coesite.crystal.Structure;

/** A calculator that can tell beforehand what a relaxation will cost. */
public interface Forecasting extends Calculator {

  /** Cost of a relaxation, or why it cannot be done. */
  Outcome forecast(Structure start, RelaxationSettings settings, Workplace workplace);

  /**
   * The same settings for one round at a time, unless they name a number of rounds: for whoever
   * repeats a relaxation by itself until the basis set fits the cell.
   */
  RelaxationSettings inSingleRounds(RelaxationSettings settings);

  /** What a forecast says. */
  sealed interface Outcome {

    /** It can be done at this cost. */
    record Feasible(Forecast forecast) implements Outcome {}

    /** It cannot be done. */
    record Infeasible(FailureReason reason, String message) implements Outcome {}
  }
}
