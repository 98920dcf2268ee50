package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Composition;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.FormulaUnits;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.StoppingSettings;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSettingsReaderTest {

  private static final PotentialLibrary POTENTIALS = PotentialLibrary.standard();

  @TempDir Path folder;

  @Test
  void two_keys_are_enough_and_the_folder_names_the_search() throws IOException {
    Path file = Files.createDirectories(folder.resolve("quartz")).resolve("search.yaml");
    Files.writeString(file, "composition: Si3O6\npotential: sio2-slc\n");

    SearchSettings settings = reader().read(file);

    assertThat(settings.name()).isEqualTo("quartz");
    assertThat(settings.seed()).isEqualTo(1);
    assertThat(settings.screen()).isEqualTo("embedded");
    assertThat(settings.evolution())
        .isEqualTo(EvolutionSettings.defaults(Composition.parse("Si3O6")));
    assertThat(settings.stopping()).isEqualTo(StoppingSettings.defaults());
    assertThat(settings.references()).isEmpty();
    assertThat(settings.source()).isEqualTo(Files.readString(file));
  }

  @Test
  void known_phases_of_an_amendment_need_not_be_there() throws IOException {
    Path file = folder.resolve("longer.yaml");
    Files.writeString(file, "composition: Si3O6\npotential: sio2-slc\nreferences: nowhere\n");

    assertThat(reader().readAmendment(file).references()).isEmpty();
    assertThatThrownBy(() -> reader().read(file)).hasMessageContaining("nowhere");
  }

  @Test
  void stages_begin_with_what_the_potential_recommends_for_random_starts() {
    RelaxationSettings relaxation = read("").relaxation();

    assertThat(relaxation.stages())
        .startsWith(POTENTIALS.potential("sio2-slc").firstStages().toArray(new String[0]))
        .endsWith("sio2-slc");
    assertThat(relaxation).isEqualTo(RelaxationSettings.defaults(relaxation.stages()));
  }

  @Test
  void every_key_arrives_where_it_belongs() {
    SearchSettings settings =
        read(
            """
            name: my-silica
            seed: -42
            formulaUnits: [1, 3]
            screen: embedded
            stages: [sio2-bks-rep, sio2-slc]
            pressure: 5
            relaxation: {maxForce: 0.002, maxStress: 0.02, maxSteps: 500, maxTime: 90 s, \
            escapeSaddles: false}
            start:
              volumePerAtom: 14.5
              minimumDistances: {Si-O: 1.4, O-O: 2}
              minimumDistanceRatio: 0.6
              symmetricShare: 0.25
              lengths: [3, 30]
              angles: [45, 135]
            relaxed:
              lengths: [2, 40]
              angles: [30, 150]
              volumePerAtom: [6, 30]
            generation:
              size: 12
              carriedOver: 0.25
              mutants: 0.5
              operators: {cutAndSplice: 5, softMutation: 2, strain: 1, permutation: 0}
            duplicates: {energy: 0.002, distance: 0.01}
            stop: {repeats: 3, withoutNewMinimum: 50, generations: 7, relaxations: 99, \
            wallTime: 1.5 h}
            """);

    assertThat(settings.name()).isEqualTo("my-silica");
    assertThat(settings.seed()).isEqualTo(-42);
    assertThat(settings.relaxation().stages()).containsExactly("sio2-bks-rep", "sio2-slc");
    assertThat(settings.relaxation().pressure()).isEqualTo(5);
    assertThat(settings.relaxation().maxForce()).isEqualTo(0.002);
    assertThat(settings.relaxation().maxStress()).isEqualTo(0.02);
    assertThat(settings.relaxation().maxSteps()).isEqualTo(500);
    assertThat(settings.relaxation().maxTime()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.relaxation().escapeSaddles()).isFalse();
    EvolutionSettings evolution = settings.evolution();
    assertThat(evolution.formulaUnits()).isEqualTo(new FormulaUnits(1, 3));
    assertThat(evolution.startVolumePerAtom()).hasValue(14.5);
    assertThat(evolution.minimumDistances()).containsExactly(entry("O-O", 2.0), entry("Si-O", 1.4));
    assertThat(evolution.minimumDistanceRatio()).isEqualTo(0.6);
    assertThat(evolution.symmetricShare()).isEqualTo(0.25);
    assertThat(evolution.startCell().minimumLength()).isEqualTo(3);
    assertThat(evolution.startCell().maximumAngle()).isEqualTo(135);
    assertThat(evolution.relaxedCell().maximumLength()).isEqualTo(40);
    assertThat(evolution.relaxedCell().minimumAngle()).isEqualTo(30);
    assertThat(evolution.relaxedCell().minimumVolumePerAtom()).isEqualTo(6);
    assertThat(evolution.relaxedCell().maximumVolumePerAtom()).isEqualTo(30);
    assertThat(evolution.size()).isEqualTo(12);
    assertThat(evolution.carriedOver()).isEqualTo(0.25);
    assertThat(evolution.mutants()).isEqualTo(0.5);
    assertThat(evolution.operators())
        .containsEntry(OperatorName.CUT_AND_SPLICE, 5.0)
        .containsEntry(OperatorName.SOFT_MUTATION, 2.0)
        .containsEntry(OperatorName.STRAIN, 1.0)
        .containsEntry(OperatorName.PERMUTATION, 0.0);
    assertThat(evolution.duplicateEnergy()).isEqualTo(0.002);
    assertThat(evolution.duplicateDistance()).isEqualTo(0.01);
    assertThat(settings.stopping())
        .isEqualTo(new StoppingSettings(3, 50, 7, 99, Duration.ofMinutes(90)));
  }

  @Test
  void a_calculator_that_is_not_ours_is_told_its_potential_and_options_as_they_are()
      throws IOException {
    Files.writeString(folder.resolve("silica.model"), "weights");
    Path file = folder.resolve("search.yaml");
    Files.writeString(
        file,
        """
        composition: SiO2
        screen: accurate
        potential: silica.model
        relaxation: {options: {device: cuda, batch: 32}}
        """);

    RelaxationSettings relaxation = reader().read(file).relaxation();

    assertThat(relaxation.stages()).containsExactly(folder.resolve("silica.model").toString());
    assertThat(relaxation.options()).containsExactly(entry("batch", "32"), entry("device", "cuda"));
    assertThat(
            reader().readText("composition: SiO2\nscreen: accurate\n", "s").relaxation().stages())
        .isEmpty();
  }

  @Test
  void a_function_of_python_names_a_calculator_of_ase() {
    SearchSettings settings =
        reader().readText("composition: Cu4\nscreen: ase.calculators.emt:EMT\n", "s");

    assertThat(settings.screen()).isEqualTo("ase");
    assertThat(settings.relaxation().stages()).containsExactly("ase.calculators.emt:EMT");
  }

  @Test
  void a_distance_of_the_file_replaces_the_usual_one_in_either_order() {
    EvolutionSettings evolution = read("start: {minimumDistances: {O-Si: 1.3}}").evolution();

    assertThat(evolution.minimumDistances())
        .containsEntry("O-Si", 1.3)
        .doesNotContainKey("Si-O")
        .containsKey("O-O");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keep: {rawOutputs: refine}     | 3: keep.rawOutputs: unknown 'refine'; did you mean 'refined'?
          keep: {rawOutput: all}         | 3: unknown key 'keep.rawOutput'; did you mean 'rawOutputs'?
          seeed: 7                       | 3: unknown key 'seeed'; did you mean 'seed'?
          start: {volume: 3}             | 3: unknown key 'start.volume'; did you mean 'volumePerAtom'?
          stop: {wallTime: 30}           | 3: stop.wallTime: '30' is no time such as 90 s
          stop: {repeats: 0}             | 3: stop.repeats: 0 is below 1
          stop: {relaxations: 10.5}      | 3: stop.relaxations: '10.5' is not a whole number
          stop: 12                       | 3: stop: '12' is not a group of keys
          seed: one                      | 3: seed: 'one' is not a whole number
          seed: [1, 2]                   | 3: seed: a list is not a single value
          seed:                          | 3: seed: has no value
          screen: gulp                   | 3: screen: unknown calculator 'gulp'; available: accurate, embedded, idle
          stages: [slc, sio2-slc]        | 3: stages: potential 'slc' is unknown
          stages: [sio2-bks-rep]         | 3: stages: the last one is 'sio2-bks-rep', it has to be 'sio2-slc'
          stages: [mgalo-bush, sio2-slc] | 1: composition: Si3O6: potential 'mgalo-bush' lacks Si
          pressure: -1                   | 3: pressure: -1 is below 0
          pressure: high                 | 3: pressure: 'high' is not a number
          pressure: .nan                 | 3: pressure: '.nan' is not a number
          relaxation: {maxForce: 0}      | 3: relaxation.maxForce: 0 is below
          relaxation: {maxTime: 0 s}     | 3: relaxation.maxTime: 0 s is below 0.001
          formulaUnits: 0                | 3: formulaUnits: 0 is below 1
          formulaUnits: [2, 1]           | 3: formulaUnits: 2 is not below 1
          formulaUnits: [1.5, 2]         | 3: formulaUnits: 1.5 is not a whole number
          formulaUnits: [1, 112]         | 3: formulaUnits: 112 is above 111
          start: {volumePerAtom: -12}    | 3: start.volumePerAtom: -12 is below 0.5
          start: {volumePerAtom: 900}    | 3: start.volumePerAtom: 900.0 is outside relaxed.volumePerAtom
          start: {minimumDistances: {SiO: 1}}   | 3: start.minimumDistances.SiO: is no pair of elements
          start: {minimumDistances: {Si-Xx: 1}} | 3: start.minimumDistances.Si-Xx: 'Xx' is no element
          start: {minimumDistances: {Si-Ti: 1}} | 3: start.minimumDistances.Si-Ti: Ti is not in Si3O6
          start: {minimumDistances: {Si-O: -1}} | 3: start.minimumDistances.Si-O: -1 is below 0.1
          start: {symmetricShare: 1.5}   | 3: start.symmetricShare: 1.5 is above 1
          relaxed: {volumePerAtom: [-5, 30]}  | 3: relaxed.volumePerAtom: -5 is below 0.5
          relaxed: {volumePerAtom: [30, 5]}   | 3: relaxed.volumePerAtom: 30 is not below 5
          relaxed: {angles: 90}          | 3: relaxed.angles: 1 value(s) given, [smallest, largest] needed
          generation: {size: 1}          | 3: generation.size: 1 is below 2
          generation: {carriedOver: -0.1}| 3: generation.carriedOver: -0.1 is below 0
          generation: {carriedOver: 0.7, mutants: 0.6} | 3: generation.mutants: 0.6 and carriedOver 0.7 add up to more than 1
          generation: {operators: {mutation: 1}} | 3: unknown key 'generation.operators.mutation'; did you mean 'permutation'?
          generation: {operators: {cutAndSplice: 0, softMutation: 0, strain: 0}} | 3: generation.operators.cutAndSplice: all weights are 0
          duplicates: {distance: 2}      | 3: duplicates.distance: 2 is above 1
          name: ../elsewhere             | 3: name: '../elsewhere' cannot name a search: it has to begin with a letter or digit
          references: nowhere            | 3: references:
          references: "\\0"              | 3: references: Nul character not allowed
          composition: Si2O4             | 3: key 'composition' stands in line 1 already
          seed: {                        | 3: no YAML
          """)
  void a_problem_is_named_with_line_key_value_and_limit(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(folder.resolve("search.yaml") + ":" + message)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refinement: {kMesh: 2 2 2}  | 4: unknown key 'refinement.kMesh'; did you mean 'refinement.options.kMesh'?
          refinement: {windw: 1}      | 4: unknown key 'refinement.windw'; did you mean 'window'?
          run: {accurate: {execution: slurm, slurm: {partiton: long}}} | 4: run.accurate.slurm.partiton: is no option of sbatch; did you mean 'partition'?
          run: {accurate: {execution: slurm, slurm: {time: 60}}} | 4: run.accurate.slurm.time: follows from refinement.maxTime
          run: {accurate: {slurm: {partition: long}}} | 4: run.accurate.slurm: needs 'execution: slurm' beside it; it is 'local'
          run: {idle: {processes: 2}} | 4: run.idle: the search does not use it; it computes with accurate and embedded
          """)
  void settings_that_would_count_for_nothing_are_refused_with_what_was_meant(
      String line, String message) {
    assertThatThrownBy(() -> read("refine: accurate\n" + line))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(folder.resolve("search.yaml") + ":" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Si3O5    | sio2-slc   | 1: composition: Si3O5 has a charge of +2.000 e with potential 'sio2-slc'
          Ti2O4    | sio2-slc   | 1: composition: Ti2O4: potential 'sio2-slc' lacks Ti
          Si3X6    | sio2-slc   | 1: composition: 'X' is no element
          Si0O6    | sio2-slc   | 1: composition: Si: count 0 is below 1
          3SiO2    | sio2-slc   | 1: composition: '3SiO2' is no formula
          Si999O1998 | sio2-slc | 1: composition: Si999O1998 has 2997 atoms, at most 1000 are allowed
          Si999999Si999999O | sio2-slc | 1: composition: 'Si999999Si999999O': count 1999998 is above 999999
          Si3O6    | slc        | 2: potential: potential 'slc' is unknown; known are
          """)
  void a_composition_that_cannot_be_is_refused(
      String composition, String potential, String message) {
    assertThatThrownBy(
            () -> readAll("composition: " + composition + "\npotential: " + potential + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(folder.resolve("search.yaml") + ":" + message);
  }

  @Test
  void two_references_of_one_name_are_refused() throws IOException {
    Path quartz = Path.of("examples", "silica", "references", "alpha-quartz.cif");
    Path one = Files.copy(quartz, folder.resolve("quartz.cif"));
    Path other =
        Files.copy(quartz, Files.createDirectory(folder.resolve("b")).resolve("quartz.cif"));

    assertThatThrownBy(() -> read("references: [quartz.cif, b]"))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith(
            ":3: references: %s and %s would both be called 'quartz'".formatted(one, other));
  }

  @Test
  void settings_that_were_kept_before_cells_had_a_choice_of_sizes_have_one() {
    SearchSettings settings = SmallSearches.of(1, 1);
    String before = Json.write(settings).replaceFirst("\"formulaUnits\":\\{[^}]*},", "");

    assertThat(before).doesNotContain("formulaUnits");
    assertThat(Json.read(before, SearchSettings.class)).isEqualTo(settings);
  }

  @Test
  void a_missing_key_is_named() {
    assertThatThrownBy(() -> readAll("potential: sio2-slc\n"))
        .hasMessageEndingWith("search.yaml:1: composition: is missing");
    assertThatThrownBy(() -> readAll("composition: Si3O6\n"))
        .hasMessageEndingWith("search.yaml:1: potential: is missing");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThatThrownBy(() -> readAll("")).hasMessageEndingWith(":1: the file is empty");
    assertThatThrownBy(() -> readAll("# nothing\n")).hasMessageEndingWith(":1: the file is empty");
  }

  @Test
  void a_file_that_holds_no_keys_is_refused() {
    assertThatThrownBy(() -> readAll("Si3O6\n")).hasMessageContaining(":1: expected keys");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Path missing = folder.resolve("absent.yaml");

    assertThatThrownBy(() -> reader().read(missing))
        .isInstanceOf(SettingsException.class)
        .hasMessage(missing + ": does not exist");
  }

  @Test
  void a_binary_file_is_refused() throws IOException {
    Path file = folder.resolve("search.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});

    assertThatThrownBy(() -> reader().read(file)).hasMessageEndingWith("is no UTF-8 text");
  }

  @Test
  void a_number_without_end_is_refused_before_it_is_read() {
    assertThatThrownBy(() -> read("pressure: " + "9".repeat(900_000)))
        .hasMessageEndingWith(":3: pressure: has 900000 characters; a number has at most 100");
  }

  @Test
  void a_file_above_the_largest_size_is_refused_with_number_and_limit() {
    assertThatThrownBy(() -> readAll("#".repeat(1_000_001)))
        .isInstanceOf(SettingsException.class)
        .hasMessageEndingWith("it has 1,000,001 bytes; at most 1,000,000 are read");
  }

  @Test
  void every_key_is_documented() throws IOException {
    String page = Files.readString(Path.of("docs", "search-yaml.md"));

    assertThat(SettingsKeys.ALL)
        .filteredOn(key -> SettingsKeys.below(key).isEmpty())
        .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
  }

  @Test
  void the_example_of_the_documentation_can_be_read() throws IOException {
    String page = Files.readString(Path.of("docs", "search-yaml.md"));
    String example = page.substring(page.lastIndexOf("```yaml") + 7, page.lastIndexOf("```"));

    assertThat(readAll(example.replace("references: references", "")).name()).isEqualTo("silica");
  }

  private SearchSettings read(String line) {
    return readAll("composition: Si3O6\npotential: sio2-slc\n" + line + "\n");
  }

  private SearchSettings readAll(String text) {
    try {
      Path file = folder.resolve("search.yaml");
      Files.writeString(file, text);
      return reader().read(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SearchSettingsReader reader() {
    return new SearchSettingsReader(POTENTIALS, Set.of("embedded", "accurate", "idle"));
  }
}
