package org.coesite.forcefield;

/** A smooth function of a positive number, with its derivative. */
interface RadialFunction {

  /** Value at x. */
  double value(double x);

  /** Derivative at x. */
  double slope(double x);
}
