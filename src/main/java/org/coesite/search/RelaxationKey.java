package org.coesite.search;

/**
 * Names a relaxation by what goes into it, so that it is kept once; equal start structures in two
 * slots are two relaxations.
 *
 * @param value SHA-256 over structure, purpose, start, calculator, its version and settings
 */
public record RelaxationKey(String value) {

  static RelaxationKey of(RelaxationRecord relaxation) {
    return new RelaxationKey(
        ContentHash.of(
            String.join(
                "\n",
                relaxation.structure(),
                relaxation.purpose().key(),
                ContentHash.of(relaxation.start()),
                relaxation.calculator(),
                relaxation.version(),
                relaxation.settings().toString())));
  }
}
