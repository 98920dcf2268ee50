package org.coesite.forcefield;

import java.util.Arrays;
import java.util.List;
import org.coesite.crystal.Element;

/**
 * A potential applied to the atoms of a cell: energy in eV per cell and its derivatives.
 *
 * <p>Particles are numbered with the cores of all atoms first, in the order of the atoms, then the
 * shells of those that have one, in the same order. Each shell belongs to the image of its core
 * that is nearest in fractional coordinates. The result depends on the arguments alone, not on what
 * was evaluated before. An instance is used by one thread.
 */
public final class ForceField {

  /**
   * Coulomb's constant e²/4πε₀ = 14.3997584 eV Å.
   *
   * <p>GULP's value, with which published energies of these potentials were computed; CODATA 2018
   * gives 14.3996455.
   */
  public static final double COULOMB = 14.3997584;

  /** Volume per atom below which nothing is computed, Å³; in the densest crystals it is above 3. */
  public static final double SMALLEST_VOLUME = 1;

  /** Length of a lattice vector above which nothing is computed, Å. */
  public static final double LONGEST_VECTOR = 1000;

  private final Particles particles;
  private final Configuration configuration;
  private final Accumulator sum;
  private final PairSum pairs;
  private final ReciprocalSum reciprocal;
  private final CoreShellSum shells;
  private final List<ThreeBodySum> angles;

  private ForceField(Potential potential, List<Element> atoms) {
    this.particles = new Particles(potential, atoms);
    this.configuration = new Configuration(particles.count());
    this.sum = new Accumulator(particles.count());
    PairInteraction[][] interactions = PairInteraction.matrix(potential, particles.types());
    this.pairs = new PairSum(particles, interactions, sum);
    this.reciprocal = new ReciprocalSum(potential, particles, interactions, sum);
    this.shells = new CoreShellSum(potential, particles, sum);
    this.angles =
        potential.threeBody().stream().map(term -> new ThreeBodySum(term, particles, sum)).toList();
  }

  /**
   * Applies a potential to the listed atoms.
   *
   * @throws IllegalArgumentException if there are no atoms or the potential lacks one of their
   *     elements
   */
  public static ForceField of(Potential potential, List<Element> atoms) {
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("a force field needs at least one atom");
    }
    return new ForceField(potential, atoms);
  }

  /** Number of atoms, which is the number of cores. */
  public int atoms() {
    return particles.atoms();
  }

  /** Number of particles: cores and shells. */
  public int particles() {
    return particles.count();
  }

  /** The core that a shell belongs to; a core itself. */
  public int coreOf(int particle) {
    return particles.coreOf(particle);
  }

  /**
   * Computes energy and derivatives; the arguments are not changed.
   *
   * @param lattice rows a, b, c, Å; nine numbers
   * @param fractional fractional coordinates of each particle, three each
   * @param result is overwritten; energy and derivatives are not finite where particles coincide,
   *     and all NaN for coordinates that are not finite and in a cell with less than {@link
   *     #SMALLEST_VOLUME} per atom or with a vector longer than {@link #LONGEST_VECTOR}, so that a
   *     step that went astray costs no time
   */
  public void evaluate(double[] lattice, double[] fractional, Derivatives result) {
    configuration.set(lattice, fractional);
    TriangularCell cell = configuration.cell;
    boolean sensible = cell.volume >= SMALLEST_VOLUME * atoms() && cell.longest() <= LONGEST_VECTOR;
    if (!sensible || !isFinite(fractional)) {
      result.energy = Double.NaN;
      Arrays.fill(result.gradient(), Double.NaN);
      Arrays.fill(result.strain(), Double.NaN);
      return;
    }
    evaluate(EwaldSplitting.balanced(configuration.cell.volume, particles.count()), result);
  }

  private static boolean isFinite(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return Double.isFinite(sum);
  }

  /** The same with a given α of the Ewald sums, on which the result must not depend. */
  void evaluate(double[] lattice, double[] fractional, double alpha, Derivatives result) {
    configuration.set(lattice, fractional);
    evaluate(EwaldSplitting.of(alpha), result);
  }

  private void evaluate(EwaldSplitting ewald, Derivatives result) {
    sum.clear();
    pairs.add(configuration, ewald);
    reciprocal.add(configuration, ewald);
    shells.add(configuration, ewald);
    for (ThreeBodySum angle : angles) {
      angle.add(configuration);
    }
    result.energy = sum.energy;
    System.arraycopy(sum.gradient, 0, result.gradient(), 0, sum.gradient.length);
    configuration.cell.turnBack(result.gradient());
    configuration.cell.turnBack(sum.strain, result.strain());
  }
}
