package org.coesite.search;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Composition;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.Heuristics;
import org.coesite.evolution.StoppingSettings;

/** Searches of a few structures of three atoms each, for tests. */
public final class SmallSearches {

  private SmallSearches() {}

  /** A search of so many generations of eight structures, relaxed with the calculator "toy". */
  public static SearchSettings of(long seed, int generations) {
    EvolutionSettings usual = EvolutionSettings.defaults(Composition.parse("SiO2"));
    return new SearchSettings(
        "small",
        seed,
        ToyCalculator.NAME,
        new RelaxationSettings(List.of("toy"), 0, 0.01, 0.1, 100, Duration.ofMinutes(1), false),
        null,
        Collections.emptySortedMap(),
        new EvolutionSettings(
            usual.composition(),
            usual.formulaUnits(),
            usual.startVolumePerAtom(),
            usual.guessedVolumePerAtom(),
            usual.minimumDistances(),
            usual.minimumDistanceRatio(),
            0,
            usual.startCell(),
            usual.relaxedCell(),
            8,
            0.25,
            0.5,
            usual.operators(),
            usual.duplicateEnergy(),
            usual.duplicateDistance(),
            Heuristics.NONE),
        new StoppingSettings(100, 1000, generations, 1000, Duration.ofHours(1)),
        List.of(),
        RawRetention.ALL,
        "composition: SiO2");
  }

  /** The same, whose best two structures are refined with another calculator. */
  public static SearchSettings refined(String calculator, boolean approve) {
    SearchSettings plain = of(1, 1);
    return plain.withPrepared(
        plain.relaxation(),
        new RefinementSettings(
            calculator, plain.relaxation(), true, 1000, 2, true, approve, Duration.ofHours(3), 1));
  }
}
