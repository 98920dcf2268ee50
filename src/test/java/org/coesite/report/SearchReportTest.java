package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.search.Reference;
import org.coesite.search.SearchSummary;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchReportTest {

  private static final SearchSummary NOTHING_YET = SyntheticSearch.summary(List.of());

  @TempDir Path folder;

  @Test
  void a_search_without_a_best_structure_still_gets_its_files() throws IOException {
    Path report = folder.resolve("data/silica/report");
    new SearchReport(SymmetryFinder.create())
        .write(report, NOTHING_YET, List.of(), Map.of(), Map.of(), List.of());
    assertThat(files(report).keySet())
        .containsExactly("energy-fitness.png", "energy-fitness.svg", "summary.json", "table.md");
  }

  @Test
  void a_phase_found_is_named_in_diagram_and_table_and_its_structure_is_written()
      throws IOException {
    Structure quartz = StructureFile.read(SilicaReferencesTest.FOLDER.resolve("alpha-quartz.cif"));
    SearchSummary summary =
        SyntheticSearch.summary(List.of(SyntheticSearch.best("g002s11", -128.7044, 154, "P3_221")));
    new SearchReport(SymmetryFinder.create())
        .write(
            folder,
            summary,
            SyntheticSearch.points(3, 20, 1),
            Map.of("g002s11", quartz),
            Map.of(),
            List.of(new Reference("alpha-quartz", quartz)));

    assertThat(files(folder).keySet())
        .containsExactly(
            "energy-fitness.png",
            "energy-fitness.svg",
            "structures/01-g002s11-P3_221.cif",
            "summary.json",
            "table.md");
    String svg = Files.readString(folder.resolve("energy-fitness.svg"));
    assertThat(svg.contains(">alpha-quartz  P3_221  −128.704<")).isTrue();
    assertThat(svg.contains("silica, seed 1: 60 structures, 3 generations")).isTrue();
    assertThat(Files.readString(folder.resolve("table.md")))
        .endsWith(
            "\n## search.yaml\n\n````yaml\ncomposition: Si3O6\nstop: {generations: 8}\n````\n");
    assertThat(Files.readString(folder.resolve("table.md")))
        .contains("| 1 | g002s11 | alpha-quartz |")
        .doesNotContain("No diagram");
  }

  @Test
  void a_refined_structure_is_named_after_the_refined_phase_and_both_are_written()
      throws IOException {
    Structure quartz = StructureFile.read(SilicaReferencesTest.FOLDER.resolve("alpha-quartz.cif"));
    SearchSummary summary =
        SyntheticSearch.summary(
            List.of(),
            List.of(
                SyntheticSearch.refined("g002s11", null, -326.5),
                SyntheticSearch.refined("ref-alpha-quartz", "alpha-quartz", -326.4)),
            List.of());
    new SearchReport(SymmetryFinder.create())
        .write(
            folder,
            summary,
            List.of(),
            Map.of(),
            Map.of("g002s11", quartz, "ref-alpha-quartz", quartz),
            List.of());

    assertThat(files(folder).keySet())
        .contains(
            "structures/refined/01-g002s11-P3_221.cif",
            "structures/refined/02-ref-alpha-quartz-P3_221.cif");
    assertThat(Files.readString(folder.resolve("table.md")))
        .contains("| 1 | g002s11 | alpha-quartz |")
        .contains("| 2 | ref-alpha-quartz | alpha-quartz (reference) |");
  }

  @Test
  void a_refined_structure_that_is_not_given_is_named() {
    SearchSummary summary =
        SyntheticSearch.summary(
            List.of(), List.of(SyntheticSearch.refined("g002s11", null, -326.5)), List.of());
    SearchReport report = new SearchReport(SymmetryFinder.create());
    assertThatThrownBy(
            () -> report.write(folder, summary, List.of(), Map.of(), Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("g002s11");
  }

  @Test
  void a_best_structure_that_is_not_given_is_named() {
    SearchSummary summary =
        SyntheticSearch.summary(List.of(SyntheticSearch.best("g002s11", -1, 1, "P1")));
    SearchReport report = new SearchReport(SymmetryFinder.create());
    assertThatThrownBy(
            () -> report.write(folder, summary, List.of(), Map.of(), Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("g002s11");
  }

  @Test
  void writing_again_changes_nothing_and_leaves_nothing_behind() throws IOException {
    SearchReport report = new SearchReport(SymmetryFinder.create());
    report.write(
        folder, NOTHING_YET, SyntheticSearch.points(2, 10, 1), Map.of(), Map.of(), List.of());
    Map<String, String> first = files(folder);
    report.write(
        folder, NOTHING_YET, SyntheticSearch.points(2, 10, 1), Map.of(), Map.of(), List.of());
    assertThat(files(folder).equals(first)).isTrue();
  }

  @Test
  void whoever_may_read_other_files_may_read_the_report() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "as the user has it");
    Path report = folder.resolve("report");
    new SearchReport(SymmetryFinder.create())
        .write(report, NOTHING_YET, List.of(), Map.of(), Map.of(), List.of());
    assertThat(Files.getPosixFilePermissions(report.resolve("summary.json")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void a_folder_that_is_a_file_is_named_in_the_error() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "in the way");
    assertThatThrownBy(
            () ->
                new SearchReport(SymmetryFinder.create())
                    .write(file, NOTHING_YET, List.of(), Map.of(), Map.of(), List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        contents.put(name, java.util.HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return contents;
  }
}
