package org.coesite.forcefield;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.jspecify.annotations.Nullable;

/**
 * One recorded run of GULP 6.2.0: the structure it started from, where it ended, and the energies
 * it printed (eV per cell).
 *
 * <p>The end is there for runs that converged and for a few that only nearly did.
 *
 * @param status {@code converged} or {@code not_converged}
 * @param formulaUnits formula units in the cell
 * @param cpuSeconds GULP's own CPU time of the run
 * @param species chemical symbols of the atoms
 * @param finalGnorm GULP's norm of the gradient at the end
 * @param finalCell a, b, c in Å and α, β, γ in degrees at the end
 */
public record GulpCase(
    String name,
    String group,
    String potential,
    String status,
    int formulaUnits,
    double cpuSeconds,
    List<String> species,
    double initialEnergy,
    Geometry start,
    @Nullable Double finalEnergy,
    @Nullable Double finalGnorm,
    double @Nullable [] finalCell,
    @JsonProperty("final") @Nullable Geometry end) {

  /**
   * A cell.
   *
   * @param vectors lattice vectors as rows, Å
   * @param core fractional coordinates of the cores
   * @param shell fractional coordinates of the shells, none for rigid ions
   */
  public record Geometry(double[][] vectors, double[][] core, double[][] shell) {

    /** The nine components of the lattice vectors, row by row. */
    public double[] lattice() {
      return flat(vectors);
    }

    /** Fractional coordinates of cores and shells. */
    public double[] fractional() {
      return flat(Stream.concat(Stream.of(core), Stream.of(shell)).toArray(double[][]::new));
    }

    private static double[] flat(double[][] rows) {
      return Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray();
    }
  }

  private record Recording(String program, String units, List<GulpCase> cases) {}

  /** All recorded runs. */
  public static List<GulpCase> all() {
    try (InputStream stream = GulpCase.class.getResourceAsStream("/gulp/cases.json")) {
      return new ObjectMapper().readValue(stream, Recording.class).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The atoms. */
  public List<Element> atoms() {
    return species.stream().map(Element::ofSymbol).toList();
  }

  /** Whether GULP called the run converged. */
  public boolean converged() {
    return status.equals("converged");
  }

  @Override
  public String toString() {
    return name;
  }
}
