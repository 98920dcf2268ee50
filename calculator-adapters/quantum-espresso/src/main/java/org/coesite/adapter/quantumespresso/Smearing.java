package org.coesite.adapter.quantumespresso;

import java.util.List;

/** Names of the ways to smear the occupation of the bands. */
final class Smearing {

  /** Occupations are whole numbers: right for insulators. */
  static final String NONE = "none";

  static final List<String> NAMES =
      List.of(NONE, "gaussian", "marzari-vanderbilt", "fermi-dirac", "methfessel-paxton");

  private Smearing() {}
}
