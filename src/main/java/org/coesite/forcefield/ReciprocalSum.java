package org.coesite.forcefield;

import java.util.Arrays;

/**
 * Long-ranged parts of the Coulomb and the dispersion energy as a sum over reciprocal vectors, with
 * their corrections for each particle.
 *
 * <p>Coulomb: (2π/V) Σ e^(−k²/4α²)/k² |Σ q e^(ikr)|² − α/√π Σ q² − πQ²/(2Vα²), the last for a
 * uniform background that makes a charged cell neutral (Ewald, doi 10.1002/andp.19213690304).
 * Dispersion: −(1/2V) Σ φ(k) Σ C e^(ik(r−r')) + α⁶/12 Σ C, k = 0 included (Williams, doi
 * 10.1107/S0567739471000998; Karasawa and Goddard, J. Phys. Chem. 93, 7320 (1989), doi
 * 10.1021/j100358a012).
 *
 * <p>Only half of the vectors is visited. They are walked along lines parallel to the reciprocal
 * vector of the longest lattice vector, with the phases along each lattice vector made once.
 */
final class ReciprocalSum {

  private final Particles particles;
  private final Accumulator sum;
  private final int types;
  private final double[] charge;
  private final double[][] dispersion;
  private final boolean hasDispersion;
  private final PhaseTable alongU;
  private final PhaseTable alongV;
  private final PhaseTable alongW;
  private final ReciprocalWeights weights = new ReciprocalWeights();
  private final double[] planeReal;
  private final double[] planeImaginary;
  private final double[] slopes;
  private final double[] feltReal;
  private final double[] feltImaginary;
  private double[][] real;
  private double[][] imaginary;

  ReciprocalSum(
      Potential potential, Particles particles, PairInteraction[][] interactions, Accumulator sum) {
    this.particles = particles;
    this.sum = sum;
    this.types = particles.types().size();
    this.charge = new double[types];
    this.dispersion = new double[types][types];
    boolean any = false;
    for (int s = 0; s < types; s++) {
      charge[s] = potential.chargeOf(particles.types().get(s));
      for (int t = 0; t < types; t++) {
        dispersion[s][t] = interactions[s][t].dispersion();
        any |= dispersion[s][t] != 0;
      }
    }
    this.hasDispersion = any;
    int count = particles.count();
    this.alongU = new PhaseTable(count);
    this.alongV = new PhaseTable(count);
    this.alongW = new PhaseTable(count);
    this.planeReal = new double[count];
    this.planeImaginary = new double[count];
    this.slopes = new double[3 * count];
    this.feltReal = new double[types];
    this.feltImaginary = new double[types];
    this.real = new double[types][0];
    this.imaginary = new double[types][0];
  }

  /** Adds the energy in eV and its derivatives. */
  void add(Configuration at, EwaldSplitting ewald) {
    addConstants(at.cell, ewald.alpha());
    TriangularCell cell = at.cell;
    // Reciprocal vectors without 2π in the triangular frame: u* = (0, 0, a), v* = (0, b, c).
    double limit = ewald.reciprocalCutoff() / (2 * Math.PI);
    double stepX = 1 / cell.wx;
    double stepY = 1 / cell.vy;
    double stepZ = 1 / cell.uz;
    double slantWY = -cell.vx * stepX * stepY;
    double slantWZ = -(cell.ux * stepX + cell.uy * slantWY) * stepZ;
    double slantVZ = -cell.uy * stepY * stepZ;
    int lastW = (int) Math.floor(limit * cell.wx);
    alongW.fill(at.w, lastW);
    alongV.fill(at.v, (int) Math.floor(limit * length(cell.vx, cell.vy, 0)));
    alongU.fill(at.u, (int) Math.floor(limit * length(cell.ux, cell.uy, cell.uz)));
    reserve(2 * alongU.highest() + 1);
    Arrays.fill(slopes, 0);
    for (int nw = 0; nw <= lastW; nw++) {
      double x = nw * stepX;
      double halfV = Math.sqrt(Math.max(0, limit * limit - x * x)) * cell.vy;
      double shiftV = nw * slantWY * cell.vy;
      int lastV = (int) Math.floor(halfV - shiftV);
      int firstV = nw == 0 ? 0 : (int) Math.ceil(-halfV - shiftV);
      for (int nv = firstV; nv <= lastV; nv++) {
        double y = nv * stepY + nw * slantWY;
        double z = nv * slantVZ + nw * slantWZ;
        double halfU = Math.sqrt(Math.max(0, limit * limit - x * x - y * y)) * cell.uz;
        int lastU = (int) Math.floor(halfU - z * cell.uz);
        int firstU = nw == 0 && nv == 0 ? 1 : (int) Math.ceil(-halfU - z * cell.uz);
        if (firstU <= lastU) {
          structureFactors(nw, nv, firstU, lastU);
          weights.setLine(cell.volume, ewald.alpha(), hasDispersion);
          addLine(x, y, z, stepZ, firstU, lastU);
          addSlopes(nw, nv, firstU, lastU);
        }
      }
    }
    for (int i = 0; i < particles.count(); i++) {
      double gu = slopes[3 * i];
      double gv = slopes[3 * i + 1];
      double gw = slopes[3 * i + 2];
      sum.push(i, gw * stepX, gv * stepY + gw * slantWY, gu * stepZ + gv * slantVZ + gw * slantWZ);
    }
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  private void reserve(int length) {
    if (real[0].length < length) {
      real = new double[types][length];
      imaginary = new double[types][length];
    }
  }

  /** The parts that depend on no position: k = 0 and each particle with itself. */
  private void addConstants(TriangularCell cell, double alpha) {
    double total = 0;
    double squares = 0;
    double perVolume = 0;
    double alpha3 = alpha * alpha * alpha;
    for (int i = 0; i < particles.count(); i++) {
      int s = particles.typeOf(i);
      total += charge[s];
      squares += charge[s] * charge[s];
      sum.energy += alpha3 * alpha3 / 12 * dispersion[s][s];
      for (int j = 0; j < particles.count(); j++) {
        perVolume -= Math.pow(Math.PI, 1.5) / 6 * alpha3 * dispersion[s][particles.typeOf(j)];
      }
    }
    perVolume -= ForceField.COULOMB * Math.PI / (2 * alpha * alpha) * total * total;
    sum.energy -= ForceField.COULOMB * alpha / Math.sqrt(Math.PI) * squares;
    sum.energy += perVolume / cell.volume;
    for (int k = 0; k < 3; k++) {
      sum.strain[k] -= perVolume / cell.volume;
    }
  }

  /** Σ e^(ikr) over the particles of each kind, along a line of reciprocal vectors. */
  private void structureFactors(int nw, int nv, int firstU, int lastU) {
    int length = lastU - firstU + 1;
    for (int s = 0; s < types; s++) {
      Arrays.fill(real[s], 0, length, 0);
      Arrays.fill(imaginary[s], 0, length, 0);
    }
    double[] cosines = alongU.cosines();
    double[] sines = alongU.sines();
    for (int i = 0; i < particles.count(); i++) {
      double c =
          alongW.cosine(i, nw) * alongV.cosine(i, nv) - alongW.sine(i, nw) * alongV.sine(i, nv);
      double d =
          alongW.cosine(i, nw) * alongV.sine(i, nv) + alongW.sine(i, nw) * alongV.cosine(i, nv);
      planeReal[i] = c;
      planeImaginary[i] = d;
      double[] re = real[particles.typeOf(i)];
      double[] im = imaginary[particles.typeOf(i)];
      int offset = alongU.offset(i, firstU);
      for (int n = 0; n < length; n++) {
        re[n] += c * cosines[offset + n] - d * sines[offset + n];
        im[n] += c * sines[offset + n] + d * cosines[offset + n];
      }
    }
  }

  /** Adds energy and strain; turns the structure factors into what each kind of particle feels. */
  private void addLine(double x, double y, double z, double stepZ, int firstU, int lastU) {
    double squaredXY = x * x + y * y;
    for (int n = 0; n <= lastU - firstU; n++) {
      double kz = z + (firstU + n) * stepZ;
      weights.set(squaredXY + kz * kz);
      double chargeReal = 0;
      double chargeImaginary = 0;
      for (int s = 0; s < types; s++) {
        chargeReal += charge[s] * real[s][n];
        chargeImaginary += charge[s] * imaginary[s][n];
      }
      double square = chargeReal * chargeReal + chargeImaginary * chargeImaginary;
      double energy = weights.coulomb() * square;
      double slope = weights.coulombSlope() * square;
      if (hasDispersion) {
        square = dispersionLine(n, chargeReal, chargeImaginary);
        energy += weights.dispersion() * square;
        slope += weights.dispersionSlope() * square;
      } else {
        for (int s = 0; s < types; s++) {
          real[s][n] = weights.coulomb() * charge[s] * chargeReal;
          imaginary[s][n] = weights.coulomb() * charge[s] * chargeImaginary;
        }
      }
      sum.energy += energy;
      sum.strain[0] -= energy + slope * x * x;
      sum.strain[1] -= energy + slope * y * y;
      sum.strain[2] -= energy + slope * kz * kz;
      sum.strain[3] -= slope * x * y;
      sum.strain[4] -= slope * x * kz;
      sum.strain[5] -= slope * y * kz;
    }
  }

  /** Σ C S S* at one vector; leaves what each kind of particle feels. */
  private double dispersionLine(int n, double chargeReal, double chargeImaginary) {
    double square = 0;
    for (int s = 0; s < types; s++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < types; t++) {
        re += dispersion[s][t] * real[t][n];
        im += dispersion[s][t] * imaginary[t][n];
      }
      square += re * real[s][n] + im * imaginary[s][n];
      feltReal[s] = weights.coulomb() * charge[s] * chargeReal + weights.dispersion() * re;
      feltImaginary[s] =
          weights.coulomb() * charge[s] * chargeImaginary + weights.dispersion() * im;
    }
    for (int s = 0; s < types; s++) {
      real[s][n] = feltReal[s];
      imaginary[s][n] = feltImaginary[s];
    }
    return square;
  }

  /** Adds the derivatives of the phases along u, v and w, per 2π, of each particle. */
  private void addSlopes(int nw, int nv, int firstU, int lastU) {
    double[] cosines = alongU.cosines();
    double[] sines = alongU.sines();
    int length = lastU - firstU + 1;
    for (int i = 0; i < particles.count(); i++) {
      double[] re = real[particles.typeOf(i)];
      double[] im = imaginary[particles.typeOf(i)];
      int offset = alongU.offset(i, firstU);
      double p = 0;
      double q = 0;
      double pn = 0;
      double qn = 0;
      for (int n = 0; n < length; n++) {
        double c = cosines[offset + n];
        double d = sines[offset + n];
        double a = c * re[n] + d * im[n];
        double b = d * re[n] - c * im[n];
        p += a;
        q += b;
        pn += n * a;
        qn += n * b;
      }
      pn += firstU * p;
      qn += firstU * q;
      // d|S|²/dθ = −2 Im(e^(iθ) S*)
      double factor = -4 * Math.PI;
      double g = factor * (planeReal[i] * q + planeImaginary[i] * p);
      slopes[3 * i] += factor * (planeReal[i] * qn + planeImaginary[i] * pn);
      slopes[3 * i + 1] += nv * g;
      slopes[3 * i + 2] += nw * g;
    }
  }
}
