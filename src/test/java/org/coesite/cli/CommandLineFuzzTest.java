package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.coesite.crystal.format.StructureFile;
import org.coesite.crystal.format.StructureFormatException;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Seed;
import org.junit.jupiter.api.Test;

/** A sample of bad files at the command line: exit code 2 and one line that names the file. */
class CommandLineFuzzTest {

  private static final Path FOLDER = Path.of("target", "fuzz", "commands");
  private static final List<Seed> STRUCTURES = Seed.below("examples", ".cif");
  private static final List<Seed> SETTINGS =
      List.of(new Seed("search.yaml", "composition: Si3O6\npotential: sio2-slc\nunknown: 1\n"));

  @Property(tries = 25, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void symmetry_and_relax_refuse_any_bad_structure_in_one_line(
      @ForAll("badStructures") BadFile file) throws IOException {
    Path path = written("bad.cif", file);
    Assume.that(isRefused(path));
    requireOneLine(CommandRun.of("symmetry", path), path);
    requireOneLine(CommandRun.of("relax", path, "--potential", "sio2-slc"), path);
  }

  @Provide
  Arbitrary<BadFile> badStructures() {
    return BadFile.of(STRUCTURES);
  }

  @Property(tries = 15, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void search_refuses_any_bad_settings_in_one_line(@ForAll("badSettings") BadFile file)
      throws IOException {
    Assume.that(file.text().contains("unknown: 1"));
    Path path = written("bad.yaml", file);
    requireOneLine(CommandRun.of("search", path, "--data", FOLDER.resolve("data")), path);
    assertThat(FOLDER.resolve("data")).doesNotExist();
  }

  @Provide
  Arbitrary<BadFile> badSettings() {
    return BadFile.of(SETTINGS);
  }

  @Test
  void a_value_of_several_lines_with_codes_of_a_terminal_is_told_in_one() throws IOException {
    Path path = Files.createDirectories(FOLDER).resolve("lines.cif");
    Files.writeString(path, "data_x\n_cell_length_a\n;\nfive\n\u001b[31msix\n;\n");
    requireOneLine(CommandRun.of("symmetry", path), path);
  }

  private static Path written(String name, BadFile file) throws IOException {
    return Files.write(Files.createDirectories(FOLDER).resolve(name), file.bytes());
  }

  private static boolean isRefused(Path path) {
    try {
      StructureFile.read(path);
      return false;
    } catch (StructureFormatException refused) {
      return true;
    }
  }

  private static void requireOneLine(CommandRun run, Path file) {
    assertThat(run.err()).startsWith("coesite: " + file).doesNotContain("\u001b");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
