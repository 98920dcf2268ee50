import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Evolution;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.FormulaUnits;
import org.coesite.forcefield.Derivatives;
import org.coesite.forcefield.ForceField;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.symmetry.SymmetryFinder;

/**
 * Writes structures on the way from random starts to minima of a rigid-ion potential, with energies
 * (eV), forces (eV/Å) and stresses (eV/Å³), as extended XYZ.
 *
 * <p>Usage: java -cp 'target/coesite.jar:target/lib/*' TrainingSet.java POTENTIAL STRUCTURES FILE
 */
class TrainingSet {

  /** Steps after which a structure on its way down is taken. */
  private static final int[] TAKEN = {4, 10, 25, 60, 3000};

  /** Steeper structures teach walls that no relaxation climbs, eV/Å. */
  private static final double STEEPEST = 25;

  private static final long SEED = 20261130;

  public static void main(String[] arguments) throws IOException {
    PotentialLibrary library = PotentialLibrary.standard();
    Potential potential = library.potential(arguments[0]);
    EmbeddedCalculator calculator = new EmbeddedCalculator(library);
    EvolutionSettings settings =
        EvolutionSettings.defaults(Composition.parse("SiO2"), new FormulaUnits(1, 4));
    Evolution evolution = new Evolution(settings, SEED, SymmetryFinder.create());
    int wanted = Integer.parseInt(arguments[1]);
    int written = 0;
    try (PrintStream out =
        new PrintStream(
            Files.newOutputStream(Path.of(arguments[2])), false, StandardCharsets.UTF_8)) {
      for (int generation = 0; written < wanted; generation++) {
        for (var candidate : evolution.generate(generation, List.of())) {
          written += descent(calculator, potential, candidate.structure(), out);
        }
      }
    }
    System.err.printf("%d structures%n", written);
  }

  private static int descent(
      EmbeddedCalculator calculator, Potential potential, Structure start, PrintStream out) {
    int written = write(potential, start, out);
    for (int steps : TAKEN) {
      RelaxationSettings settings =
          new RelaxationSettings(
              List.of(potential.name()), 0, 0.005, 0.05, steps, Duration.ofMinutes(1), false);
      Relaxation outcome = calculator.relax(start, settings);
      if (outcome instanceof Relaxation.Converged converged) {
        return written + write(potential, converged.structure(), out);
      }
      if (outcome instanceof Relaxation.NotConverged onTheWay) {
        written += write(potential, onTheWay.structure(), out);
      }
    }
    return written;
  }

  private static int write(Potential potential, Structure structure, PrintStream out) {
    ForceField field =
        ForceField.of(potential, structure.sites().stream().map(Site::element).toList());
    Derivatives result = new Derivatives(field.particles());
    double[] fractional =
        structure.sites().stream()
            .map(Site::fractional)
            .flatMapToDouble(f -> DoubleStream.of(f.x(), f.y(), f.z()))
            .toArray();
    double[] lattice =
        Arrays.stream(structure.lattice().rows()).flatMapToDouble(Arrays::stream).toArray();
    field.evaluate(lattice, fractional, result);
    double[] forces = Arrays.stream(result.gradient()).map(g -> -g).toArray();
    if (!(Arrays.stream(forces).map(Math::abs).max().orElse(0) < STEEPEST)) {
      return 0;
    }
    double volume = structure.lattice().volume();
    double[] stress = Arrays.stream(result.strain()).map(s -> s / volume).toArray();
    out.printf(
        Locale.ROOT,
        "%d%nLattice=\"%s\" Properties=species:S:1:pos:R:3:REF_forces:R:3 REF_energy=%.8f"
            + " REF_stress=\"%s\" pbc=\"T T T\"%n",
        structure.size(),
        text(lattice, 0, 9),
        result.energy(),
        text(stress, 0, 9));
    for (int i = 0; i < structure.size(); i++) {
      var position = structure.cartesian(i);
      out.printf(
          Locale.ROOT,
          "%s %.8f %.8f %.8f %s%n",
          structure.sites().get(i).element().symbol(),
          position.x(),
          position.y(),
          position.z(),
          text(forces, 3 * i, 3));
    }
    return 1;
  }

  private static String text(double[] numbers, int from, int count) {
    return String.join(
        " ",
        IntStream.range(from, from + count)
            .mapToObj(i -> String.format(Locale.ROOT, "%.8f", numbers[i]))
            .toList());
  }
}
