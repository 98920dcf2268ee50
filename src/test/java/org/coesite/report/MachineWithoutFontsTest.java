package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the report in a Java of its own that finds no font, as on a very small machine. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there do fonts come from fontconfig")
class MachineWithoutFontsTest {

  @TempDir Path folder;

  @Test
  void the_figures_are_written_and_the_table_says_why_there_is_no_diagram()
      throws IOException, InterruptedException {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    Path report = folder.resolve("report");
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                MachineWithoutFontsTest.class.getName(),
                report.toString())
            .inheritIO();
    java.environment().put("FONTCONFIG_FILE", noFonts.toString());
    assertThat(java.start().waitFor()).isZero();

    assertThat(report.resolve("summary.json")).exists();
    assertThat(report.resolve("energy-fitness.png")).doesNotExist();
    assertThat(Files.readString(report.resolve("table.md")))
        .contains("No diagram: Java finds no font");
  }

  /** Writes a report into the folder named by the argument. */
  public static void main(String[] arguments) {
    new SearchReport(SymmetryFinder.create())
        .write(
            Path.of(arguments[0]),
            SyntheticSearch.summary(List.of()),
            SyntheticSearch.points(1, 5, 1),
            Map.of(),
            Map.of(),
            List.of());
  }
}
