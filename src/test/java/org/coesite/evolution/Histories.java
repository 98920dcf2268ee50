package org.coesite.evolution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.SpaceGroup;

/** Individuals made up for tests. */
final class Histories {

  private Histories() {}

  static Individual kept(int generation, int slot, double energy, Origin origin) {
    return individual(generation, slot, energy, origin, new Verdict.Kept());
  }

  static Individual kept(int generation, int slot, double energy) {
    return kept(generation, slot, energy, random());
  }

  static Individual duplicate(int generation, int slot, double energy, Origin origin, String of) {
    return individual(generation, slot, energy, origin, new Verdict.Duplicate(of, 0.001, 0));
  }

  static Individual failed(int generation, int slot) {
    return new Individual(
        new Candidate(generation, slot, random(), Silica.quartz()),
        Optional.empty(),
        new Verdict.Failed("COLLAPSED: volume 3.0 Å³ is below 20.0 Å³"));
  }

  private static Individual individual(
      int generation, int slot, double energy, Origin origin, Verdict verdict) {
    Structure structure = Silica.quartz();
    RelaxedStructure relaxed =
        new RelaxedStructure(structure, energy, new SpaceGroup(154, "P3_221"));
    return new Individual(
        new Candidate(generation, slot, origin, structure), Optional.of(relaxed), verdict);
  }

  static Origin random() {
    return origin(OperatorName.RANDOM);
  }

  static Origin origin(OperatorName operator, String... parents) {
    return new Origin(operator, List.of(parents), new TreeMap<>());
  }

  static Origin softMutation(String parent, int mode) {
    TreeMap<String, String> draws = new TreeMap<>();
    draws.put(SoftMutation.MODE, Integer.toString(mode));
    return new Origin(OperatorName.SOFT_MUTATION, List.of(parent), draws);
  }

  static Population population(Individual... individuals) {
    return Population.of(Silica.SETTINGS, Arrays.asList(individuals));
  }
}
