package org.coesite.evolution;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a search has found so far, a function of its individuals alone.
 *
 * <p>A search that is killed and resumed rebuilds it from the individuals it has stored and goes on
 * as if nothing had happened.
 */
public final class Population {

  private final EvolutionSettings settings;
  private final List<Individual> history;
  private final List<Phase> phases;
  private final Map<String, Integer> phaseOf;
  private final Set<Set<String>> pairs;
  private final int relaxationsSinceNewMinimum;
  private final double scalingVolume;
  private final Yields yields;

  private Population(EvolutionSettings settings, List<Individual> history) {
    this.settings = settings;
    this.history = List.copyOf(history);
    Census census = new Census(settings);
    this.history.forEach(census::count);
    this.phases = census.phases();
    this.phaseOf = census.phaseOf(phases);
    this.pairs = census.pairs();
    this.relaxationsSinceNewMinimum = census.relaxationsSinceNewMinimum();
    this.scalingVolume = census.scalingVolume();
    this.yields =
        Yields.of(this.history, phases, settings.size() / 2, settings.heuristics().adaptiveRates());
  }

  /**
   * The population that individuals make up.
   *
   * @param history all ranked individuals in the order of generation and slot; may be empty
   */
  public static Population of(EvolutionSettings settings, List<Individual> history) {
    return new Population(settings, history);
  }

  /** This population and one more generation, in slot order. */
  public Population with(List<Individual> generation) {
    List<Individual> longer = new ArrayList<>(history);
    longer.addAll(generation);
    return new Population(settings, longer);
  }

  /** The structures found, each once, lowest energy first. */
  public List<Phase> phases() {
    return phases;
  }

  /** The structure of lowest energy, if there is any. */
  public Optional<Phase> lowest() {
    return phases.stream().findFirst();
  }

  /** The phase that an individual found, if it found any. */
  public Optional<Phase> phaseOf(String id) {
    return Optional.ofNullable(phaseOf.get(id)).map(phases::get);
  }

  /** All individuals in the order of generation and slot. */
  public List<Individual> history() {
    return history;
  }

  /** How many structures were relaxed, failures included. */
  public int relaxations() {
    return history.size();
  }

  /** How many relaxations have passed since the lowest structure was first found. */
  public int relaxationsSinceNewMinimum() {
    return relaxationsSinceNewMinimum;
  }

  /** Volume in Å³ that operators scale new cells to. */
  public double scalingVolume() {
    return scalingVolume;
  }

  /** What each operator gave, and how much may be left to find. */
  public Exploration exploration() {
    return Exploration.of(phases, yields);
  }

  /** How often each way to make structures is to be chosen. */
  Yields yields() {
    return yields;
  }

  /** Whether cut-and-splice has joined these two before, or phases that they belong to. */
  boolean paired(Phase first, Phase second) {
    return pairs.contains(Set.of(first.id(), second.id()));
  }

  /**
   * SHA-256 over the phases in hexadecimal: equal for equal searches, whatever the number of
   * workers.
   *
   * <p>Covers id, operator, hits, energy to 1e-6 eV per atom, volume to 1e-4 Å³ and space group.
   */
  public String hash() {
    StringBuilder text = new StringBuilder();
    text.append(relaxations()).append('\n');
    for (Phase phase : phases) {
      RelaxedStructure relaxed = phase.relaxed();
      text.append(
          String.format(
              Locale.ROOT,
              "%s %s %d %.6f %.4f %d\n",
              phase.id(),
              phase.best().candidate().origin().operator().key(),
              phase.hits(),
              relaxed.energyPerAtom(),
              relaxed.structure().volumePerAtom(),
              relaxed.spaceGroup().number()));
    }
    return HexFormat.of().formatHex(RandomStreams.sha256(text.toString()));
  }
}
