package org.coesite.calculator.embedded;

/** A function of many variables that the minimiser goes down. */
interface Surface {

  /**
   * Value and gradient at some values of the variables.
   *
   * @return the point; its value is not finite where the variables are out of bounds
   */
  Point at(double[] x);
}
