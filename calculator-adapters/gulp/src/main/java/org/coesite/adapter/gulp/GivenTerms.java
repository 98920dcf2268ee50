package org.coesite.adapter.gulp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.coesite.forcefield.Buckingham;
import org.coesite.forcefield.LennardJones;
import org.coesite.forcefield.PairTerm;
import org.coesite.forcefield.ParticleType;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.ThreeBody;

/**
 * The part of a potential that acts on some elements, in GULP's terms: what goes into the input and
 * has to come back in the output.
 *
 * @param particles cores and shells of the elements
 * @param pairs terms between them
 * @param angles terms of an angle between them
 * @param springs elements whose shells hang on springs, with eV/Å²
 */
record GivenTerms(
    List<ParticleType> particles,
    List<PairTerm> pairs,
    List<ThreeBody> angles,
    Map<Element, Double> springs) {

  /** Share of a number by which its printed form, of eight digits, may differ. */
  private static final double PRINTED = 2e-7;

  /** Cutoffs are printed with three decimals, Å. */
  private static final double CUTOFF = 6e-4;

  static GivenTerms of(Potential potential, Collection<Element> elements) {
    List<Element> present = potential.elements().stream().filter(elements::contains).toList();
    Map<Element, Double> springs = new TreeMap<>();
    List<ParticleType> particles = new ArrayList<>();
    for (Element element : present) {
      particles.add(ParticleType.core(element));
      potential
          .ion(element)
          .shell()
          .ifPresent(
              shell -> {
                particles.add(ParticleType.shell(element));
                springs.put(element, shell.spring());
              });
    }
    return new GivenTerms(
        particles,
        potential.pairTerms().stream()
            .filter(t -> particles.contains(t.first()) && particles.contains(t.second()))
            .toList(),
        potential.threeBody().stream()
            .filter(t -> particles.containsAll(List.of(t.centre(), t.firstEnd(), t.secondEnd())))
            .toList(),
        springs);
  }

  /** Each term by its numbers, as GULP names them. */
  List<Term> all() {
    return Stream.of(
            pairs.stream().map(GivenTerms::pair),
            springs.entrySet().stream().map(s -> spring(s.getKey(), s.getValue())),
            angles.stream().map(GivenTerms::angle))
        .flatMap(terms -> terms)
        .toList();
  }

  private static Term pair(PairTerm term) {
    List<ParticleType> particles = List.of(term.first(), term.second());
    if (term instanceof LennardJones lj) {
      return new Term(
          "Lennard",
          particles,
          Map.of(
              "Lennard-Jones A",
              lj.a(),
              "Lennard-Jones B",
              lj.b(),
              "Exponent m",
              (double) lj.m(),
              "Exponent n",
              (double) lj.n()),
          List.of(lj.cutoff()));
    }
    Buckingham buckingham = (Buckingham) term;
    return new Term(
        "Buckingham",
        particles,
        Map.of(
            "Buckingham A", buckingham.a(),
            "Buckingham rho", buckingham.rho(),
            "Buckingham C", buckingham.c()),
        List.of(buckingham.cutoff()));
  }

  private static Term spring(Element element, double constant) {
    return new Term(
        "Spring (c-s)",
        List.of(ParticleType.core(element), ParticleType.shell(element)),
        Map.of("Spring k 2", constant, "Spring k 4", 0.0),
        List.of());
  }

  private static Term angle(ThreeBody term) {
    return new Term(
        "Harmonic",
        List.of(term.centre(), term.firstEnd(), term.secondEnd()),
        Map.of(
            "Three-body cnst",
            term.k(),
            "Three-body angl",
            term.angle(),
            "Three-body k3",
            0.0,
            "Three-body k4",
            0.0),
        List.of(term.firstReach(), term.secondReach(), term.span()));
  }

  /**
   * A term in GULP's words.
   *
   * @param cutoffs upper cutoffs, Å; empty where any will do
   */
  record Term(
      String kind, List<ParticleType> particles, Map<String, Double> values, List<Double> cutoffs) {

    /**
     * Whether it acts on these particles; a pair in either order, an angle with either end first.
     */
    boolean actsOn(List<ParticleType> others) {
      if (others.size() != particles.size()) {
        return false;
      }
      boolean sameCentre = particles.size() == 2 || particles.get(0).equals(others.get(0));
      List<ParticleType> left = new ArrayList<>(particles);
      others.forEach(left::remove);
      return sameCentre && left.isEmpty();
    }

    boolean isRepeatedBy(EchoedTerm echo) {
      boolean sameValues =
          echo.values().keySet().equals(values.keySet())
              && values.entrySet().stream()
                  .allMatch(v -> isClose(v.getValue(), echo.value(v.getKey()), PRINTED));
      return echo.kind().equals(kind)
          && actsOn(echo.particles())
          && sameValues
          && cutoffsAgree(echo);
    }

    private boolean cutoffsAgree(EchoedTerm echo) {
      for (int i = 0; i < cutoffs.size(); i++) {
        if (!(Math.abs(cutoffs.get(i) - echo.cutoff(i)) <= CUTOFF)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isClose(double asked, double taken, double share) {
      return Math.abs(asked - taken) <= share * Math.abs(asked);
    }

    @Override
    public String toString() {
      return kind + " of " + particles + " " + new TreeMap<>(values);
    }
  }
}
