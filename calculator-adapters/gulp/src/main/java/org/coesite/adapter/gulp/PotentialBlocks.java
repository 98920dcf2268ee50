package org.coesite.adapter.gulp;

import static org.coesite.adapter.gulp.GulpInput.decimal;
import static org.coesite.adapter.gulp.GulpInput.name;

import java.util.List;
import java.util.StringJoiner;
import org.coesite.forcefield.Buckingham;
import org.coesite.forcefield.LennardJones;
import org.coesite.forcefield.PairTerm;
import org.coesite.forcefield.ParticleType;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.ThreeBody;

/** The blocks of an input that describe a potential; each lower cutoff is 0. */
record PotentialBlocks(GivenTerms given, Potential potential) {

  void addTo(StringJoiner lines) {
    addSpecies(lines);
    addBuckingham(lines);
    addLennardJones(lines);
    if (!given.springs().isEmpty()) {
      lines.add("spring");
      given.springs().forEach((element, k) -> lines.add(element.symbol() + " " + decimal(k)));
    }
    if (!given.angles().isEmpty()) {
      lines.add("three");
      given.angles().forEach(term -> lines.add(line(term)));
    }
  }

  private void addSpecies(StringJoiner lines) {
    lines.add("species");
    for (ParticleType type : given.particles()) {
      lines.add(name(type) + " " + decimal(potential.chargeOf(type)));
    }
  }

  private void addBuckingham(StringJoiner lines) {
    List<Buckingham> terms = pairs(Buckingham.class);
    if (!terms.isEmpty()) {
      lines.add("buckingham");
    }
    for (Buckingham term : terms) {
      lines.add(
          String.join(
              " ",
              name(term.first()),
              name(term.second()),
              decimal(term.a()),
              decimal(term.rho()),
              decimal(term.c()),
              "0.0",
              decimal(term.cutoff())));
    }
  }

  private void addLennardJones(StringJoiner lines) {
    for (LennardJones term : pairs(LennardJones.class)) {
      lines
          .add("lennard " + term.m() + " " + term.n())
          .add(
              String.join(
                  " ",
                  name(term.first()),
                  name(term.second()),
                  decimal(term.a()),
                  decimal(term.b()),
                  "0.0",
                  decimal(term.cutoff())));
    }
  }

  private <T extends PairTerm> List<T> pairs(Class<T> kind) {
    return given.pairs().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static String line(ThreeBody term) {
    return String.join(
        " ",
        name(term.centre()),
        name(term.firstEnd()),
        name(term.secondEnd()),
        decimal(term.k()),
        decimal(term.angle()),
        decimal(term.firstReach()),
        decimal(term.secondReach()),
        decimal(term.span()));
  }
}
