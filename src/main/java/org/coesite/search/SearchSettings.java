package org.coesite.search;

import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.StoppingSettings;

/**
 * A whole search as search.yaml states it.
 *
 * @param name default name of the search
 * @param seed all random draws derive from it
 * @param screen name of the fast calculator, for example {@code embedded}
 * @param relaxation how to relax with it
 * @param evolution the genetic algorithm
 * @param stopping when to end
 * @param references files of known phases
 * @param source the YAML text, kept for the audit and for resuming
 */
public record SearchSettings(
    String name,
    long seed,
    String screen,
    RelaxationSettings relaxation,
    EvolutionSettings evolution,
    StoppingSettings stopping,
    List<Path> references,
    String source) {

  /** Keeps its own copy of the references. */
  public SearchSettings {
    references = List.copyOf(references);
  }

  /** The same search under another name. */
  public SearchSettings withName(String other) {
    return new SearchSettings(
        other, seed, screen, relaxation, evolution, stopping, references, source);
  }

  /** The same search with other random draws. */
  public SearchSettings withSeed(long other) {
    return new SearchSettings(
        name, other, screen, relaxation, evolution, stopping, references, source);
  }
}
