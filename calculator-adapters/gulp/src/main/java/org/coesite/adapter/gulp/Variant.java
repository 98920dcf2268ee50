package org.coesite.adapter.gulp;

import java.util.List;

/** Ways to run GULP; the optimisers are the two that relax random cells most reliably. */
enum Variant {
  /** Newton with a change to rational functions near the end: fast, and steps off saddles. */
  NEWTON("rfo", "opti conp", List.of("switch_min rfo gnorm 0.02")),
  /** Conjugate gradients with short steps first: slow, for what Newton throws out of its valley. */
  CONJUGATE("conj", "opti conj conp", List.of("stepmx opt 0.1", "switch_min rfo gnorm 0.05")),
  /** Energy and forces of the start. */
  SINGLE_POINT("single", "grad conp", List.of());

  private final String label;
  private final String keywords;
  private final List<String> options;

  Variant(String label, String keywords, List<String> options) {
    this.label = label;
    this.keywords = keywords;
    this.options = options;
  }

  /** Short name for folders. */
  String label() {
    return label;
  }

  /** First line of the input, without {@code c6}. */
  String keywords() {
    return keywords;
  }

  /** Lines for the optimiser. */
  List<String> options() {
    return options;
  }

  boolean optimises() {
    return this != SINGLE_POINT;
  }
}
