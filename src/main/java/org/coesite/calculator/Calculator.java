package org.coesite.calculator;

import org.coesite.crystal.Structure;

/** Relaxes structures: the one port behind which every program and potential stands. */
public interface Calculator {

  /** Name as users write it, for example {@code embedded}. */
  String name();

  /** Version that ends up in the audit. */
  String version();

  /**
   * Relaxes a structure; what can go wrong in a relaxation comes back as a value.
   *
   * @throws IllegalArgumentException if the settings are not for this calculator, for example an
   *     unknown potential or an element that it lacks
   */
  Relaxation relax(Structure start, RelaxationSettings settings);
}
