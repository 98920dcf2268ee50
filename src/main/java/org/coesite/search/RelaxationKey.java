package org.coesite.search;

import org.coesite.calculator.RelaxationSettings;
import org.coesite.evolution.Candidate;

/**
 * Names a relaxation by what goes into it, so that it is computed and kept once; equal start
 * structures in two slots are two relaxations.
 *
 * @param value SHA-256 over candidate, start structure, calculator, its version and settings
 */
public record RelaxationKey(String value) {

  /** Key of the relaxation of a candidate by a calculator with settings. */
  public static RelaxationKey of(
      Candidate candidate, String calculator, String version, RelaxationSettings settings) {
    return new RelaxationKey(
        ContentHash.of(
            String.join(
                "\n",
                candidate.id(),
                ContentHash.of(candidate.structure()),
                calculator,
                version,
                settings.toString())));
  }
}
