package org.coesite.adapter.gulp;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.coesite.adapter.gulp.Geometry.Particle;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.DispersionSum;
import org.coesite.forcefield.ParticleType;

/**
 * Input of one run: the full cell in P1, shells on their cores, the potential written out.
 *
 * @param task what to compute
 * @param variant how
 * @param steps bound on the cycles
 * @param gtol bound on the norm of the derivatives, eV; empty for GULP's own
 * @param seconds bound on the CPU time after which GULP ends in an orderly way
 */
record GulpInput(Task task, Variant variant, int steps, OptionalDouble gtol, long seconds) {

  /** Name that GULP takes for one: it has an ending and does not begin like an option. */
  static final String RESTART_FILE = "run.res";

  /** The text of the file. */
  String text() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    boolean ewald = task.potential().dispersionSum() == DispersionSum.EWALD;
    lines.add(variant.keywords() + (ewald ? " c6" : ""));
    lines.add("title").add("coesite").add("end");
    addStructure(lines);
    new PotentialBlocks(GivenTerms.of(task.potential(), task.atoms()), task.potential())
        .addTo(lines);
    if (task.pressure() != 0) {
      lines.add("pressure " + decimal(task.pressure()) + " GPa");
    }
    if (variant.optimises()) {
      lines.add("maxcyc opt " + steps);
      gtol.ifPresent(bound -> lines.add(String.format(Locale.ROOT, "gtol opt %.8f", bound)));
    }
    variant.options().forEach(lines::add);
    lines.add("time " + seconds + " seconds");
    lines.add("dump every 20 " + RESTART_FILE);
    return lines.toString();
  }

  private void addStructure(StringJoiner lines) {
    Lattice lattice = task.start().lattice();
    double[] l = lattice.lengths();
    double[] t = lattice.angles();
    lines.add("cell").add(numbers(l[0], l[1], l[2]) + " " + numbers(t[0], t[1], t[2]));
    lines.add("fractional");
    for (Particle particle : task.startGeometry().particles()) {
      Vector3 f = particle.fractional();
      lines.add(name(particle.type()) + " " + numbers(f.x(), f.y(), f.z()));
    }
  }

  private static String numbers(double x, double y, double z) {
    return String.format(Locale.ROOT, "%.10f %.10f %.10f", x, y, z);
  }

  /** A particle as GULP writes it. */
  static String name(ParticleType type) {
    return type.element().symbol() + (type.part() == ParticleType.Part.CORE ? " core" : " shel");
  }

  /** A number with all its digits and without an exponent. */
  static String decimal(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}
