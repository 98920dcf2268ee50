package org.coesite.forcefield;

/** How the −C/r⁶ parts of the pair terms are summed. */
public enum DispersionSum {
  /** Up to the cutoff of the term: a pair that crosses it makes a small step in the energy. */
  TRUNCATED,
  /** Over the whole crystal by an Ewald sum, as GULP does with its keyword {@code c6}. */
  EWALD
}
