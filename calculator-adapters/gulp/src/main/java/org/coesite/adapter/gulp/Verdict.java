package org.coesite.adapter.gulp;

import org.coesite.calculator.FailureReason;
import org.coesite.execution.LastLines;

/** What a run of GULP came to, by what it wrote. */
sealed interface Verdict {

  /** The same with the last lines of the program below its reason, if it has one. */
  Verdict with(LastLines printed);

  /**
   * It did what it was asked to do, as far as the output tells.
   *
   * @param end the last structure
   * @param enthalpy energy + pressure × volume of the cell, eV
   */
  record Achieved(Geometry end, double enthalpy) implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return this;
    }
  }

  /**
   * It gave up before the minimum.
   *
   * @param kind which bound ended it
   * @param reason which bound, with the number reached
   * @param end the last structure
   * @param enthalpy energy + pressure × volume of the cell, eV
   */
  record GaveUp(FailureReason kind, String reason, Geometry end, double enthalpy)
      implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return new GaveUp(kind, printed.below(reason), end, enthalpy);
    }
  }

  /** There is no usable structure. */
  record Useless(FailureReason reason, String message) implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return new Useless(reason, printed.below(message));
    }
  }
}
