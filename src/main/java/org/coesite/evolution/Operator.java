package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;

/** Makes a new structure out of others. */
interface Operator {

  /** What the operator is called. */
  OperatorName name();

  /** Structures it needs: 1 or 2. */
  int parents();

  /** Makes a structure, or says why it could not; bounded in its attempts. */
  Offspring apply(Ancestry ancestry, UniformRandomProvider random);
}
