package org.coesite.search;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.evolution.CellBounds;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.FormulaUnits;
import org.coesite.evolution.Heuristics;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.StoppingSettings;

/** Reads from search.yaml how to breed structures and when to end. */
final class EvolutionReader {

  private static final int MOST = 1_000_000;

  private EvolutionReader() {}

  static EvolutionSettings evolution(
      SettingsSection top, Composition composition, FormulaUnits formulaUnits) {
    EvolutionSettings usual = EvolutionSettings.defaults(composition, formulaUnits);
    SettingsSection start = top.section("start");
    SettingsSection generation = top.section("generation");
    SettingsSection duplicates = top.section("duplicates");
    double carriedOver = generation.number("carriedOver", usual.carriedOver(), 0, 1);
    double mutants = generation.number("mutants", usual.mutants(), 0, 1);
    if (carriedOver + mutants > 1) {
      throw generation.problem(
          "mutants", "%s and carriedOver %s add up to more than 1".formatted(mutants, carriedOver));
    }
    CellBounds relaxed = relaxedCell(top.section("relaxed"), usual.relaxedCell());
    return new EvolutionSettings(
        composition,
        formulaUnits,
        startVolume(start, relaxed),
        usual.guessedVolumePerAtom(),
        minimumDistances(start, usual),
        start.number("minimumDistanceRatio", usual.minimumDistanceRatio(), 0.1, 1.5),
        start.number("symmetricShare", usual.symmetricShare(), 0, 1),
        startCell(start, usual.startCell()),
        relaxed,
        (int) generation.integer("size", usual.size(), 2, 1000),
        carriedOver,
        mutants,
        operators(generation.section("operators"), usual, mutants),
        duplicates.number("energy", usual.duplicateEnergy(), 0, 1),
        duplicates.number("distance", usual.duplicateDistance(), 0, 1),
        new Heuristics(
            start.flag("subCells", usual.heuristics().subCells()),
            start.flag("learning", usual.heuristics().learning()),
            start.flag("compactCells", usual.heuristics().compactCells()),
            start.flag("crystalSystems", usual.heuristics().crystalSystems()),
            start.flag("distinctStarts", usual.heuristics().distinctStarts()),
            generation.flag("adaptiveRates", usual.heuristics().adaptiveRates()),
            generation.flag("boldOperators", usual.heuristics().boldOperators())));
  }

  static StoppingSettings stopping(SettingsSection stop) {
    StoppingSettings usual = StoppingSettings.defaults();
    return new StoppingSettings(
        (int) stop.integer("repeats", usual.repeats(), 1, MOST),
        (int) stop.integer("withoutNewMinimum", usual.withoutNewMinimum(), 1, MOST),
        (int) stop.integer("generations", usual.generations(), 1, MOST),
        (int) stop.integer("relaxations", usual.relaxations(), 1, MOST),
        stop.duration("wallTime", usual.wallTime()));
  }

  private static CellBounds startCell(SettingsSection start, CellBounds usual) {
    double[] lengths = lengths(start, usual);
    double[] angles = angles(start, usual);
    return new CellBounds(
        lengths[0],
        lengths[1],
        angles[0],
        angles[1],
        usual.minimumVolumePerAtom(),
        usual.maximumVolumePerAtom());
  }

  private static CellBounds relaxedCell(SettingsSection relaxed, CellBounds usual) {
    double[] lengths = lengths(relaxed, usual);
    double[] angles = angles(relaxed, usual);
    double[] usualVolumes = {usual.minimumVolumePerAtom(), usual.maximumVolumePerAtom()};
    double[] volumes = relaxed.range("volumePerAtom", usualVolumes, 0.5, 1000);
    return new CellBounds(lengths[0], lengths[1], angles[0], angles[1], volumes[0], volumes[1]);
  }

  private static double[] lengths(SettingsSection section, CellBounds usual) {
    double[] usualLengths = {usual.minimumLength(), usual.maximumLength()};
    return section.range("lengths", usualLengths, 0.5, 1000);
  }

  private static double[] angles(SettingsSection section, CellBounds usual) {
    double[] usualAngles = {usual.minimumAngle(), usual.maximumAngle()};
    return section.range("angles", usualAngles, 1, 179);
  }

  /** A start volume that would be discarded after relaxation is a slip of the pen. */
  private static OptionalDouble startVolume(SettingsSection start, CellBounds relaxed) {
    OptionalDouble volume = start.optionalNumber("volumePerAtom", 0.5, 1000);
    if (volume.isPresent()
        && (volume.getAsDouble() < relaxed.minimumVolumePerAtom()
            || volume.getAsDouble() > relaxed.maximumVolumePerAtom())) {
      throw start.problem(
          "volumePerAtom",
          String.format(
              Locale.ROOT,
              "%s is outside relaxed.volumePerAtom, %.4g to %.4g",
              volume.getAsDouble(),
              relaxed.minimumVolumePerAtom(),
              relaxed.maximumVolumePerAtom()));
    }
    return volume;
  }

  /** The usual distances with those of the file in their place, whichever element comes first. */
  private static SortedMap<String, Double> minimumDistances(
      SettingsSection start, EvolutionSettings usual) {
    boolean ratioRules = start.optionalText("minimumDistanceRatio").isPresent();
    SortedMap<String, Double> distances =
        new TreeMap<>(ratioRules ? Map.of() : usual.minimumDistances());
    SettingsSection section = start.group("minimumDistances");
    for (String pair : section.keys()) {
      String[] symbols = pair.split("-", -1);
      if (symbols.length != 2) {
        throw section.problem(pair, "is no pair of elements such as Si-O");
      }
      for (String symbol : symbols) {
        checkElement(section, pair, symbol, usual.composition());
      }
      distances.remove(symbols[1] + "-" + symbols[0]);
      distances.put(pair, section.number(pair, 0, 0.1, 10));
    }
    return distances;
  }

  private static void checkElement(
      SettingsSection section, String pair, String symbol, Composition composition) {
    Element element;
    try {
      element = Element.ofSymbol(symbol);
    } catch (IllegalArgumentException unknown) {
      throw section.problem(pair, unknown.getMessage());
    }
    if (composition.count(element) == 0) {
      throw section.problem(pair, "%s is not in %s".formatted(element, composition));
    }
  }

  private static SortedMap<OperatorName, Double> operators(
      SettingsSection section, EvolutionSettings usual, double mutants) {
    SortedMap<OperatorName, Double> weights = new TreeMap<>();
    usual
        .operators()
        .forEach(
            (operator, weight) ->
                weights.put(operator, section.number(operator.key(), weight, 0, 1000)));
    if (mutants > 0 && weights.values().stream().allMatch(weight -> weight == 0)) {
      throw section.problem(
          OperatorName.CUT_AND_SPLICE.key(),
          "all weights are 0, but mutants is %s".formatted(mutants));
    }
    return weights;
  }
}
