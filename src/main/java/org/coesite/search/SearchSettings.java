package org.coesite.search;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.StoppingSettings;
import org.coesite.execution.Placement;
import org.jspecify.annotations.Nullable;

/**
 * A whole search as search.yaml states it.
 *
 * @param name default name of the search
 * @param seed all random draws derive from it
 * @param screen name of the fast calculator, for example {@code embedded}
 * @param relaxation how to relax with it
 * @param refining how to refine the best, null if they are not
 * @param placements where calculators run by their names; one that is not named runs here
 * @param evolution the genetic algorithm
 * @param stopping when to end
 * @param references files of known phases
 * @param rawOutputs of which attempts the files of outside programs are kept
 * @param source the YAML text, kept for the audit and for resuming
 */
public record SearchSettings(
    String name,
    long seed,
    String screen,
    RelaxationSettings relaxation,
    @Nullable RefinementSettings refining,
    SortedMap<String, Placement> placements,
    EvolutionSettings evolution,
    StoppingSettings stopping,
    List<Path> references,
    RawRetention rawOutputs,
    String source) {

  /** Keeps its own copies; settings that were kept before there was a choice keep all. */
  public SearchSettings {
    rawOutputs = Objects.requireNonNullElse(rawOutputs, RawRetention.ALL);
    placements = Collections.unmodifiableSortedMap(new TreeMap<>(placements));
    references = List.copyOf(references);
  }

  /** How to refine the best, absent if they are not. */
  public Optional<RefinementSettings> refinement() {
    return Optional.ofNullable(refining);
  }

  /** Where a calculator runs. */
  public Placement placement(String calculator) {
    return placements.getOrDefault(calculator, Placement.HERE);
  }

  /** The same search with relaxation settings that their calculators have completed. */
  public SearchSettings withPrepared(
      RelaxationSettings screening, @Nullable RefinementSettings refinement) {
    return new SearchSettings(
        name,
        seed,
        screen,
        screening,
        refinement,
        placements,
        evolution,
        stopping,
        references,
        rawOutputs,
        source);
  }

  /** The same search with another genetic algorithm. */
  SearchSettings with(EvolutionSettings other) {
    return new SearchSettings(
        name,
        seed,
        screen,
        relaxation,
        refining,
        placements,
        other,
        stopping,
        references,
        rawOutputs,
        source);
  }

  /** The same search under another name. */
  public SearchSettings withName(String other) {
    return with(other, seed);
  }

  /** The same search with other random draws. */
  public SearchSettings withSeed(long other) {
    return with(name, other);
  }

  /** The same for a search that has begun: its name, seed and known phases stay. */
  SearchSettings amending(SearchSettings before, int edition) {
    return new SearchSettings(
        before.name,
        before.seed,
        screen,
        relaxation,
        refining == null ? null : refining.withEdition(edition),
        placements,
        evolution,
        stopping,
        before.references,
        rawOutputs,
        source);
  }

  private SearchSettings with(String otherName, long otherSeed) {
    return new SearchSettings(
        otherName,
        otherSeed,
        screen,
        relaxation,
        refining,
        placements,
        evolution,
        stopping,
        references,
        rawOutputs,
        source);
  }
}
