package org.coesite.evolution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Composition;
import org.coesite.evolution.WyckoffAssignment.Orbit;

/** Makes the random structures of a search, with and without symmetry. */
final class RandomStructures {

  private static final String REPLACES = "replaces";
  private static final double SHARE_OF_LEARNT = 0.75;

  /** Of its share neither kind falls below this part, whatever the number of atoms. */
  private static final double LEAST_OF_A_KIND = 0.15;

  private static final double SHARE_OF_COMPACT = 0.85;

  /** Where parts or what was learnt leave no room, the conditions of the settings hold. */
  private static final int TRIES_OF_OTHERS = 2000;

  /** Atoms of the cells that the share of symmetric structures is meant for. */
  private static final double USUAL_ATOMS = 12;

  private final RandomStructure plain;
  private final SymmetricRandomStructure symmetric;
  private final Composition composition;
  private final FormulaUnits formulaUnits;
  private final double symmetricShare;
  private final Heuristics heuristics;
  private final EvolutionSettings settings;
  private final StartConditions usual;
  private final RandomStreams streams;

  RandomStructures(EvolutionSettings settings, RandomStreams streams) {
    this.plain = new RandomStructure(settings);
    this.symmetric = new SymmetricRandomStructure(settings.heuristics().crystalSystems());
    this.composition = settings.composition();
    this.formulaUnits = settings.formulaUnits();
    this.symmetricShare = settings.symmetricShare();
    this.heuristics = settings.heuristics();
    this.settings = settings;
    this.usual = StartConditions.of(settings);
    this.streams = streams;
  }

  /**
   * A random structure; one without symmetry where none with symmetry can be had.
   *
   * @param found in earlier generations
   * @param starts made so far
   */
  Candidate candidate(int generation, int slot, Population found, Starts starts) {
    return candidate(
        generation, slot, found, starts, streams.stream("generate", generation, slot, 0));
  }

  /** Another random structure for a slot; its origin counts how many stood there before. */
  Candidate replacement(Candidate before, Population found) {
    int number = 1 + Integer.parseInt(before.origin().draws().getOrDefault(REPLACES, "0"));
    Starts starts = Starts.of(found);
    starts.add(before);
    Candidate drawn =
        candidate(
            before.generation(),
            before.slot(),
            found,
            starts,
            streams.stream("replace", before.generation(), before.slot(), number));
    SortedMap<String, String> draws = Start.replacing(before, drawn.origin().draws());
    draws.put(REPLACES, Integer.toString(number));
    return new Candidate(
        drawn.generation(),
        drawn.slot(),
        new Origin(drawn.origin().operator(), List.of(), draws),
        drawn.structure());
  }

  private Candidate candidate(
      int generation, int slot, Population found, Starts starts, UniformRandomProvider random) {
    double lot = random.nextDouble();
    Composition content = composition.times(formulaUnits.draw(random));
    Yields yields = found.yields();
    SubCell part =
        heuristics.subCells()
            ? SubCell.draw(content, copies -> factor(content, copies, yields), random)
            : SubCell.whole(content);
    boolean withSymmetry = lot < symmetricShare(part, yields);
    StartConditions conditions = conditions(found, random);
    if (part.copies() > 1) {
      Optional<Offspring.Made> repeated = repeated(part, withSymmetry, conditions, starts, random);
      if (repeated.isPresent()) {
        OperatorName name = withSymmetry ? OperatorName.SYMMETRIC_RANDOM : OperatorName.RANDOM;
        return candidate(generation, slot, name, repeated.get(), conditions.ofPart());
      }
    }
    if (!withSymmetry) {
      return plain(generation, slot, content, conditions, random);
    }
    Offspring drawn = symmetric.draw(content, conditions, spent(starts, 1), random);
    if (drawn instanceof Offspring.Made made) {
      return candidate(generation, slot, OperatorName.SYMMETRIC_RANDOM, made, conditions);
    }
    // Without parts the number of formula units is drawn anew, as it always was.
    Composition whole =
        heuristics.subCells() ? content : composition.times(formulaUnits.draw(random));
    Offspring.Made instead = plain.draw(whole, usual, random);
    SortedMap<String, String> draws = new TreeMap<>(instead.draws());
    draws.put("insteadOf", ((Offspring.Refused) drawn).reason());
    return candidate(
        generation,
        slot,
        OperatorName.RANDOM,
        new Offspring.Made(instead.structure(), draws),
        usual);
  }

  /** A cell of parts; nothing where no part or no cell of them fits. */
  private Optional<Offspring.Made> repeated(
      SubCell part,
      boolean withSymmetry,
      StartConditions conditions,
      Starts starts,
      UniformRandomProvider random) {
    Optional<Offspring.Made> drawn =
        withSymmetry
            ? symmetric.draw(
                        part.content(), conditions.ofPart(), spent(starts, part.copies()), random)
                    instanceof Offspring.Made made
                ? Optional.of(made)
                : Optional.empty()
            : plain.attempt(part.content(), conditions.ofPart(), TRIES_OF_OTHERS, random);
    return drawn.flatMap(made -> part.repeated(made, conditions.cell(), random));
  }

  /** What was learnt may leave no room. */
  private Candidate plain(
      int generation,
      int slot,
      Composition content,
      StartConditions conditions,
      UniformRandomProvider random) {
    if (conditions != usual) {
      Optional<Offspring.Made> made = plain.attempt(content, conditions, TRIES_OF_OTHERS, random);
      if (made.isPresent()) {
        return candidate(generation, slot, OperatorName.RANDOM, made.get(), conditions);
      }
    }
    Offspring.Made made = plain.draw(content, usual, random);
    return candidate(generation, slot, OperatorName.RANDOM, made, usual);
  }

  private BiPredicate<Integer, List<Orbit>> spent(Starts starts, int copies) {
    return (group, orbits) -> heuristics.distinctStarts() && starts.isSpent(group, orbits, copies);
  }

  /** Chance finds crystals of few atoms without the help of a group, but none of many. */
  private double symmetricShare(double atoms) {
    if (!heuristics.subCells()) {
      return symmetricShare;
    }
    double share = Math.pow(symmetricShare, Math.pow(USUAL_ATOMS / atoms, 4));
    double least = symmetricShare * LEAST_OF_A_KIND;
    double most = 1 - (1 - symmetricShare) * LEAST_OF_A_KIND;
    return Math.max(least, Math.min(most, share));
  }

  private double symmetricShare(SubCell part, Yields yields) {
    double share = symmetricShare(part.content().atoms());
    double symmetric = share * yields.of(OperatorName.SYMMETRIC_RANDOM, part.formulaUnits());
    double plain = (1 - share) * yields.of(OperatorName.RANDOM, part.formulaUnits());
    return symmetric / (symmetric + plain);
  }

  private double factor(Composition content, int copies, Yields yields) {
    double share = symmetricShare(content.atoms() / (double) copies);
    int formulaUnits = content.formulaUnits() / copies;
    return share * yields.of(OperatorName.SYMMETRIC_RANDOM, formulaUnits)
        + (1 - share) * yields.of(OperatorName.RANDOM, formulaUnits);
  }

  /** Now and then those of the settings: what was found first need not be what is sought. */
  private StartConditions conditions(Population found, UniformRandomProvider random) {
    StartConditions conditions =
        heuristics.learning() && random.nextDouble() < SHARE_OF_LEARNT
            ? StartConditions.learnt(settings, found, random)
            : usual;
    return heuristics.compactCells() && random.nextDouble() < SHARE_OF_COMPACT
        ? conditions.compact()
        : conditions;
  }

  private static Candidate candidate(
      int generation,
      int slot,
      OperatorName name,
      Offspring.Made made,
      StartConditions conditions) {
    SortedMap<String, String> draws = new TreeMap<>(made.draws());
    draws.putAll(conditions.draws());
    Origin origin = new Origin(name, List.of(), draws);
    return new Candidate(generation, slot, origin, made.structure());
  }
}
