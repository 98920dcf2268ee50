package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.DispersionSum;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;
import org.jspecify.annotations.Nullable;

/**
 * One case of the index of recorded runs of GULP 6.2.0; energies in eV, lengths in Å.
 *
 * @param status what GULP claims: converged, not_converged, failed or single_point
 * @param reason why not, in the words of the index
 * @param exitCode below 0 for a signal
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Recording(
    String name,
    String group,
    String input,
    String output,
    String potential,
    String status,
    @Nullable String reason,
    @JsonProperty("exit_code") int exitCode,
    String stderr,
    @JsonProperty("final_energy_eV") @Nullable Double finalEnergy,
    @JsonProperty("initial_energy_eV") @Nullable Double initialEnergy,
    @JsonProperty("n_cycles") @Nullable Integer cycles,
    @JsonProperty("final_cell") double @Nullable [] finalCell,
    @JsonProperty("final_vectors") double @Nullable [][] finalVectors,
    @Nullable Fractional fractional,
    @JsonProperty("stage_inputs") @Nullable List<String> stageInputs) {

  static final PotentialLibrary LIBRARY = PotentialLibrary.standard();

  private static final String FOLDER = "/gulp-recordings/";

  /** Rows of a label and three coordinates. */
  record Fractional(List<List<Object>> core, List<List<Object>> shell) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Index(List<Recording> cases) {}

  static List<Recording> all() {
    try (InputStream stream = Recording.class.getResourceAsStream(FOLDER + "index.json")) {
      return new ObjectMapper().readValue(stream, Index.class).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recording named(String name) {
    return all().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  static String text(String file) {
    return find(file).orElseThrow(() -> new IllegalArgumentException(file + " is missing"));
  }

  private static Optional<String> find(String file) {
    try (InputStream stream = Recording.class.getResourceAsStream(FOLDER + file)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String inputText() {
    return text(input);
  }

  String outputText() {
    return text(output);
  }

  Optional<String> restartText() {
    return find(output.replace(".gout", ".res"));
  }

  /** The pressure that it was told, GPa. */
  double pressure() {
    return name.startsWith("pressure_10gpa") ? 10 : 0;
  }

  /** The potential that it was to compute with. */
  Potential asked() {
    boolean c6 = inputText().lines().findFirst().orElse("").contains(" c6");
    return switch (potential) {
      case "bks" -> c6 ? withEwald(LIBRARY.potential("sio2-bks")) : LIBRARY.potential("sio2-bks");
      case "bks_rep" -> LIBRARY.potential(c6 ? "sio2-bks-rep-c6" : "sio2-bks-rep");
      case "slc" -> LIBRARY.potential(c6 ? "sio2-slc-c6" : "sio2-slc");
      case "bush" -> LIBRARY.potential("mgalo-bush");
      case "lewis_catlow" -> LIBRARY.potential("mgalo-lewis-catlow");
      default -> throw new IllegalArgumentException(potential);
    };
  }

  private static Potential withEwald(Potential p) {
    return new Potential(
        p.name(),
        p.description(),
        p.citation(),
        p.ions(),
        p.pairTerms(),
        p.threeBody(),
        DispersionSum.EWALD,
        p.firstStages());
  }

  /**
   * The structure in the input; quartz where that is none to ask for: no atoms, a cell without
   * volume, an element too many.
   */
  Structure start() {
    try {
      Structure read = hasAllAtoms() ? fromInput(input) : symmetric();
      if (PotentialFit.problem(asked(), read.composition()).isEmpty()) {
        return read;
      }
    } catch (IllegalArgumentException none) {
      assertThat(group).as(none.getMessage()).isIn("failures", "formats");
    }
    return named("quartz_alpha__bks").start();
  }

  private boolean hasAllAtoms() {
    return !inputText().contains("\nspace\n") || finalVectors == null;
  }

  /** The structure that the first of its stages began with. */
  Structure firstStart() {
    return fromInput(stageInputs.get(0));
  }

  private static Structure fromInput(String file) {
    List<String> lines = text(file).lines().map(String::strip).toList();
    List<Site> sites =
        lines.stream()
            .skip(1L + lines.indexOf("fractional"))
            .takeWhile(line -> line.matches("[A-Z]\\S* +(core|shel) .*"))
            .filter(line -> line.contains(" core "))
            .map(line -> line.split("\\s+"))
            .map(words -> site(words[0], words[2], words[3], words[4]))
            .toList();
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("no atoms in " + file);
    }
    double[] cell =
        Stream.of(lines.get(lines.indexOf("cell") + 1).split("\\s+"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    return new Structure(
        Lattice.fromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]), sites);
  }

  /** The input has an asymmetric unit only; the output has all atoms of the start or of the end. */
  private Structure symmetric() {
    Structure end = new Structure(Lattice.fromRows(finalVectors), finalCores());
    Listing said = Listing.of(outputText());
    return new GulpOutput(said).symmetric()
        ? end
        : printedStart(said).structure(end.sites().stream().map(Site::element).toList());
  }

  /** Vectors and particles as the output lists them before the first cycle. */
  private static Geometry printedStart(Listing said) {
    List<Vector3> vectors =
        said.lines().stream()
            .dropWhile(line -> !line.contains("  Cartesian lattice vectors"))
            .skip(1)
            .filter(line -> !line.isBlank())
            .limit(3)
            .map(line -> line.strip().split("\\s+"))
            .map(words -> vector(words, 0))
            .toList();
    List<Geometry.Particle> particles =
        said.firstTable("Fractional coordinates of asymmetric unit").stream()
            .map(row -> row.strip().split("[\\s*]+"))
            .map(words -> Geometry.Particle.of(words[1], words[2], vector(words, 3)))
            .toList();
    return new Geometry(new Lattice(vectors.get(0), vectors.get(1), vectors.get(2)), particles);
  }

  private static Vector3 vector(String[] words, int first) {
    return new Vector3(
        Double.parseDouble(words[first]),
        Double.parseDouble(words[first + 1]),
        Double.parseDouble(words[first + 2]));
  }

  /** The atoms at the end. */
  List<Site> finalCores() {
    return fractional.core().stream()
        .map(
            row ->
                site(
                    row.get(0).toString(),
                    row.get(1).toString(),
                    row.get(2).toString(),
                    row.get(3).toString()))
        .toList();
  }

  private static Site site(String label, String x, String y, String z) {
    return new Site(
        Element.ofSymbol(label),
        new Vector3(Double.parseDouble(x), Double.parseDouble(y), Double.parseDouble(z)));
  }

  @Override
  public String toString() {
    return group + "/" + name;
  }
}
