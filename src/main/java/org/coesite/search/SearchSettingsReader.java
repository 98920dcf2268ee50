package org.coesite.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Composition;
import org.coesite.crystal.format.BoundedFile;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.FormulaUnits;
import org.coesite.forcefield.PotentialLibrary;
import org.jspecify.annotations.Nullable;

/** Reads search.yaml; {@code docs/search-yaml.md} explains its keys. */
public final class SearchSettingsReader {

  /** What a text that came without a file is called in messages. */
  public static final String FILE = "search.yaml";

  /** Largest file that is read, bytes. */
  private static final int LARGEST = 1_000_000;

  private static final int MOST_ATOMS = 1000;
  private static final String FORMULA_UNITS = "formulaUnits";

  private final RelaxationReader relaxation;
  private final RefinementReader refinement;
  private final Set<String> calculators;

  /** A reader that knows these potentials and calculators. */
  public SearchSettingsReader(PotentialLibrary potentials, Set<String> calculators) {
    this.relaxation = new RelaxationReader(potentials);
    this.calculators = Set.copyOf(calculators);
    this.refinement = new RefinementReader(this.calculators);
  }

  /**
   * Reads a file; its references are looked up beside it.
   *
   * @throws SettingsException naming file, line, key, value and limit of the first problem
   */
  public SearchSettings read(Path file) {
    return read(file, text(file), ReferenceFiles::listed);
  }

  private static String text(Path file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(BoundedFile.bytes(file, LARGEST)))
          .toString();
    } catch (CharacterCodingException binary) {
      throw new SettingsException(file.toString(), 1, 1, "is no UTF-8 text");
    } catch (IOException unreadable) {
      String why =
          Files.exists(file) ? "cannot be read: " + unreadable.getMessage() : "does not exist";
      throw new SettingsException(file.toString(), why);
    }
  }

  /**
   * Reads a file that amends a search, which keeps its known phases; those of the file are passed
   * over.
   *
   * @throws SettingsException naming file, line, key, value and limit of the first problem
   */
  public SearchSettings readAmendment(Path file) {
    return read(file, text(file), (top, folder) -> List.of());
  }

  private SearchSettings read(
      Path file, String text, BiFunction<SettingsSection, Path, List<Path>> references) {
    SettingsSection top =
        SettingsSection.top(file.toString(), SettingsParser.parse(file.toString(), text));
    Path folder = file.toAbsolutePath().getParent();
    return read(top, nameOfFolder(file), folder, () -> references.apply(top, folder), text);
  }

  /**
   * Reads a text that came without a folder; it names no files, so that it reaches none.
   *
   * @param name of the search, unless the text names it
   * @throws SettingsException naming line, key, value and limit of the first problem
   */
  public SearchSettings readText(String text, String name) {
    SettingsSection top = SettingsSection.top(FILE, SettingsParser.parse(FILE, text));
    if (!top.texts(ReferenceFiles.KEY).isEmpty()) {
      throw top.problem(
          ReferenceFiles.KEY, "files of this machine cannot be named here; send their content");
    }
    return read(top, name, null, List::of, text);
  }

  /**
   * Reads a text that amends a search, which keeps its known phases; those of the text are passed
   * over.
   *
   * @throws SettingsException naming line, key, value and limit of the first problem
   */
  public SearchSettings readAmendmentText(String text, String name) {
    SettingsSection top = SettingsSection.top(FILE, SettingsParser.parse(FILE, text));
    return read(top, name, null, List::of, text);
  }

  /**
   * The genetic algorithm that the text of a file asks for, by the defaults of today.
   *
   * @throws SettingsException naming line, key, value and limit of the first problem
   */
  static EvolutionSettings evolution(String text) {
    return evolution(SettingsSection.top(FILE, SettingsParser.parse(FILE, text)));
  }

  private static EvolutionSettings evolution(SettingsSection top) {
    Composition composition = composition(top);
    return EvolutionReader.evolution(top, composition, formulaUnits(top, composition));
  }

  private SearchSettings read(
      SettingsSection top,
      String usualName,
      @Nullable Path folder,
      Supplier<List<Path>> references,
      String text) {
    Composition composition = composition(top);
    String screen = screen(top);
    RelaxationSettings relaxationSettings = relaxation.read(top, screen, composition, folder);
    Optional<RefinementSettings> refining = refinement.refinement(top, relaxationSettings, folder);
    Set<String> used = new HashSet<>(Set.of(screen));
    refining.map(RefinementSettings::calculator).ifPresent(used::add);
    return new SearchSettings(
        name(top, usualName),
        top.integer("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
        screen,
        relaxationSettings,
        refining.orElse(null),
        refinement.placements(top, used),
        evolution(top),
        EvolutionReader.stopping(top.section("stop")),
        references.get(),
        rawOutputs(top.section("keep")),
        text);
  }

  private static Composition composition(SettingsSection top) {
    Composition composition;
    try {
      composition = Composition.parse(top.text("composition"));
    } catch (SettingsException missing) {
      throw missing;
    } catch (IllegalArgumentException impossible) {
      throw top.problem("composition", impossible.getMessage());
    }
    if (composition.atoms() > MOST_ATOMS) {
      throw top.problem(
          "composition",
          "%s has %d atoms, at most %d are allowed"
              .formatted(composition, composition.atoms(), MOST_ATOMS));
    }
    return composition;
  }

  /** A number or a range of them, as long as the largest cell is not too large. */
  private static FormulaUnits formulaUnits(SettingsSection top, Composition composition) {
    int most = MOST_ATOMS / composition.atoms();
    if (top.texts(FORMULA_UNITS).size() < 2) {
      int number = (int) top.integer(FORMULA_UNITS, 1, 1, most);
      return new FormulaUnits(number, number);
    }
    double[] range = top.range(FORMULA_UNITS, new double[] {1, 1}, 1, most);
    for (double number : range) {
      if (number != Math.rint(number)) {
        throw top.problem(FORMULA_UNITS, "%s is not a whole number".formatted(number));
      }
    }
    return new FormulaUnits((int) range[0], (int) range[1]);
  }

  /** Unless the file says otherwise, the folder names the search: the file is often search.yaml. */
  private static String nameOfFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path last = folder.getFileName();
    return last == null ? "search" : last.toString().replaceAll("[^\\w.-]", "-");
  }

  private static String name(SettingsSection top, String usual) {
    String name = top.optionalText("name").orElse(usual);
    try {
      return SearchName.checked(name);
    } catch (SearchNameException refused) {
      throw top.problem("name", refused.getMessage());
    }
  }

  private static RawRetention rawOutputs(SettingsSection keep) {
    String key = "rawOutputs";
    Optional<String> written = keep.optionalText(key);
    return written.isEmpty()
        ? RawRetention.ALL
        : RawRetention.of(written.get())
            .orElseThrow(
                () ->
                    keep.problem(
                        key,
                        "unknown '%s'; did you mean '%s'? Known here: %s"
                            .formatted(
                                written.get(),
                                SettingsKeys.nearest(written.get(), RawRetention.keys()),
                                String.join(", ", RawRetention.keys()))));
  }

  private String screen(SettingsSection top) {
    String screen = top.optionalText("screen").orElse("embedded");
    if (RelaxationReader.isFactory(screen)) {
      return RelaxationReader.ON_ASE;
    }
    if (!calculators.contains(screen)) {
      throw top.problem(
          "screen",
          "unknown calculator '%s'; available: %s"
              .formatted(screen, String.join(", ", calculators.stream().sorted().toList())));
    }
    return screen;
  }
}
