package org.coesite.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.evolution.Exploration;
import org.coesite.evolution.OperatorName;
import org.coesite.search.AuditTrail;
import org.coesite.search.DiagramPoint;
import org.coesite.search.SearchMethods;
import org.coesite.search.SearchMethods.Method;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.search.SearchSummary.Relaxations;
import org.coesite.search.SearchSummary.Rescreened;
import org.coesite.search.SearchSummary.Timing;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/** Data shaped like those of a silica search: a few deep minima and a wide spread above. */
final class SyntheticSearch {

  private static final double[] MINIMA = {-128.7044, -128.6931, -128.6685, -128.64, -128.31};

  private static final Method SCREENING =
      new Method(
          "embedded",
          "0.1.0",
          List.of("sio2-bks-rep-c6", "sio2-slc"),
          2.5,
          Collections.emptySortedMap());

  private static final String SOURCE = "composition: Si3O6\nstop: {generations: 8}\n";

  /** What a search rests on that does not refine. */
  static final SearchMethods SCREENED =
      new SearchMethods("Si3O6", SCREENING, null, List.of(), SOURCE);

  /** What its operators gave. */
  static final Exploration EXPLORATION =
      new Exploration(
          0.25,
          List.of(
              new Exploration.Yield("random", 1, 60, 21, 4),
              new Exploration.Yield("strain", 1, 20, 3, 1)));

  private static final SearchMethods REFINED =
      new SearchMethods(
          "Si3O6",
          SCREENING,
          new Method(
              "quantum-espresso",
              "6.7",
              List.of("moderate"),
              2.5,
              new TreeMap<>(
                  Map.of(
                      "cutoff",
                      "60",
                      "functional",
                      "as-generated",
                      "kSpacing",
                      "0.3",
                      "pseudopotential.Si",
                      "shipped:Si.pbesol.UPF",
                      "pseudopotential.Si.sha256",
                      "cafe"))),
          List.of("stop", "refinement"),
          SOURCE);

  private SyntheticSearch() {}

  /** Ranked points of as many generations of equal size. */
  static List<DiagramPoint> points(int generations, int size, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<DiagramPoint> points = new ArrayList<>();
    for (int generation = 0; generation < generations; generation++) {
      List<DiagramPoint> members = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        members.add(point(generation, random));
      }
      members.sort(Comparator.comparingDouble(DiagramPoint::energyPerFormula));
      for (int i = 0; i < size; i++) {
        DiagramPoint p = members.get(i);
        points.add(
            new DiagramPoint(
                "g000s00", generation, i, p.energyPerFormula(), p.operator(), p.discarded()));
      }
    }
    return points;
  }

  private static DiagramPoint point(int generation, UniformRandomProvider random) {
    OperatorName[] all = OperatorName.values();
    OperatorName operator =
        generation == 0 ? all[random.nextInt(2)] : all[random.nextInt(all.length - 1)];
    boolean discarded = random.nextDouble() < 0.05;
    double u = random.nextDouble();
    double energy =
        u < 0.3 + 0.05 * generation
            ? MINIMA[random.nextInt(MINIMA.length)]
            : -128.5 + 2.5 * random.nextDouble();
    if (u > 0.95) {
      energy += 40 * random.nextDouble();
    }
    return new DiagramPoint("g000s00", generation, 0, energy, operator, discarded);
  }

  /** A summary with these unique structures. */
  static SearchSummary summary(List<Best> best) {
    return summary(best, List.of(), List.of());
  }

  /** A summary of a search whose best structures were screened again. */
  static SearchSummary rescreened(List<Rescreened> rescreened) {
    SearchSummary plain = summary(List.of());
    return new SearchSummary(
        plain.search(),
        plain.seed(),
        plain.state(),
        plain.stop(),
        plain.settings(),
        plain.generations(),
        plain.relaxations(),
        plain.populationHash(),
        plain.record(),
        plain.best(),
        rescreened,
        plain.refined(),
        plain.notRefined(),
        plain.exploration(),
        plain.timing());
  }

  /** A summary with these unique structures and what refining led to. */
  static SearchSummary summary(
      List<Best> best, List<Refined> refined, List<NotRefined> notRefined) {
    return new SearchSummary(
        "silica",
        1,
        SearchState.FINISHED,
        "the same best structure was found 5 times from different lineages",
        refined.isEmpty() && notRefined.isEmpty() ? SCREENED : REFINED,
        8,
        new Relaxations(160, 140, 12, 8, 7, 60),
        "ab12".repeat(16),
        new AuditTrail.Head(321, "cd34".repeat(16)),
        best,
        List.of(),
        refined,
        notRefined,
        EXPLORATION,
        new Timing(61.5, 98.25, 0.031));
  }

  /** A unique structure of silica. */
  static Best best(
      String id, double energyPerFormula, int number, String symbol, ReferenceDistance... to) {
    return new Best(
        id,
        energyPerFormula / 3,
        energyPerFormula,
        new SpaceGroup(number, symbol),
        new Cell(4.8354, 4.8354, 5.3451, 90, 90, 120),
        12.025,
        3,
        "cutAndSplice",
        2,
        7,
        31,
        List.of(to));
  }

  /** A structure refined with Quantum ESPRESSO. */
  static Refined refined(
      String id, @Nullable String reference, double energyPerAtom, ReferenceDistance... to) {
    return new Refined(
        id,
        reference,
        "quantum-espresso",
        "6.7",
        "moderate",
        energyPerAtom,
        energyPerAtom / 13.605693122994,
        3 * energyPerAtom,
        new SpaceGroup(154, "P3_221"),
        new Cell(4.9134, 4.9134, 5.4052, 90, 90, 120),
        12.556,
        -0.02,
        0.0034,
        2,
        List.of(to));
  }
}
