package org.coesite.forcefield;

import java.util.Arrays;

/** Sum of one {@link ThreeBody} term over all triples within its distances. */
final class ThreeBodySum implements ImageLines.Visitor {

  /** Below it, at a straight angle, the direction of the force is undefined and taken as none. */
  private static final double SMALLEST_SINE = 1e-6;

  private final ThreeBody term;
  private final Particles particles;
  private final Accumulator sum;
  private final int centreType;
  private final int firstType;
  private final int secondType;

  // The neighbours of the centre that is being visited; those of the first kind stand first.
  private int count;
  private int[] neighbour = new int[16];
  private double[] vector = new double[48];
  private int current;
  private double step;
  private double squaredReach;

  ThreeBodySum(ThreeBody term, Particles particles, Accumulator sum) {
    this.term = term;
    this.particles = particles;
    this.sum = sum;
    this.centreType = particles.types().indexOf(term.centre());
    this.firstType = particles.types().indexOf(term.firstEnd());
    this.secondType = particles.types().indexOf(term.secondEnd());
  }

  /** Adds the energy in eV and its derivatives. */
  void add(Configuration at) {
    step = at.cell.wx;
    for (int centre = 0; centre < particles.count(); centre++) {
      if (particles.typeOf(centre) != centreType) {
        continue;
      }
      count = 0;
      findNeighbours(at, centre, firstType, term.firstReach());
      int firstCount = count;
      boolean oneKind = firstType == secondType;
      if (!oneKind) {
        findNeighbours(at, centre, secondType, term.secondReach());
      }
      for (int a = 0; a < firstCount; a++) {
        for (int b = oneKind ? a + 1 : firstCount; b < count; b++) {
          addTriple(centre, a, b);
        }
      }
    }
  }

  private void findNeighbours(Configuration at, int centre, int type, double reach) {
    squaredReach = reach * reach;
    for (current = 0; current < particles.count(); current++) {
      // A shell is no neighbour of the core it belongs to.
      if (particles.typeOf(current) == type
          && particles.coreOf(current) != particles.coreOf(centre)) {
        ImageLines.visit(at, centre, current, squaredReach, this);
      }
    }
  }

  @Override
  public void visit(double x0, double y, double z, int first, int last, boolean throughNearest) {
    for (int n = first; n <= last; n++) {
      double x = x0 + n * step;
      if (x * x + y * y + z * z < squaredReach) {
        if (count == neighbour.length) {
          neighbour = Arrays.copyOf(neighbour, 2 * count);
          vector = Arrays.copyOf(vector, 6 * count);
        }
        neighbour[count] = current;
        vector[3 * count] = x;
        vector[3 * count + 1] = y;
        vector[3 * count + 2] = z;
        count++;
      }
    }
  }

  private void addTriple(int centre, int first, int second) {
    double ax = vector[3 * first];
    double ay = vector[3 * first + 1];
    double az = vector[3 * first + 2];
    double bx = vector[3 * second];
    double by = vector[3 * second + 1];
    double bz = vector[3 * second + 2];
    double a2 = ax * ax + ay * ay + az * az;
    double b2 = bx * bx + by * by + bz * bz;
    double dot = ax * bx + ay * by + az * bz;
    if (a2 + b2 - 2 * dot >= term.span() * term.span()) {
      return;
    }
    double cx = ay * bz - az * by;
    double cy = az * bx - ax * bz;
    double cz = ax * by - ay * bx;
    double cross = Math.sqrt(cx * cx + cy * cy + cz * cz);
    double deviation = Math.atan2(cross, dot) - Math.toRadians(term.angle());
    sum.energy += 0.5 * term.k() * deviation * deviation;
    if (cross < SMALLEST_SINE * Math.sqrt(a2 * b2)) {
      return;
    }
    // dθ/da = (a (a·b)/a² − b)/|a×b|
    double f = term.k() * deviation / cross;
    double fa = f * dot / a2;
    double fb = f * dot / b2;
    addEnd(centre, neighbour[first], fa * ax - f * bx, fa * ay - f * by, fa * az - f * bz);
    addEnd(centre, neighbour[second], fb * bx - f * ax, fb * by - f * ay, fb * bz - f * az);
    double[] strain = sum.strain;
    strain[0] += fa * ax * ax + fb * bx * bx - 2 * f * ax * bx;
    strain[1] += fa * ay * ay + fb * by * by - 2 * f * ay * by;
    strain[2] += fa * az * az + fb * bz * bz - 2 * f * az * bz;
    strain[3] += fa * ax * ay + fb * bx * by - f * (ax * by + ay * bx);
    strain[4] += fa * ax * az + fb * bx * bz - f * (ax * bz + az * bx);
    strain[5] += fa * ay * az + fb * by * bz - f * (ay * bz + az * by);
  }

  private void addEnd(int centre, int end, double x, double y, double z) {
    sum.push(end, x, y, z);
    sum.push(centre, -x, -y, -z);
  }
}
