package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.coesite.symmetry.RecordedStructures.Recorded;
import org.junit.jupiter.api.Test;

/** Space groups and numbers of operations against spglib, which runs here as a Python program. */
class SpglibAgreementTest {

  private static final List<String> TOLERANCES = List.of("1e-5", "1e-4", "1e-3", "1e-2", "5e-2");

  private static final Path DIFFERENCES =
      Path.of("src/test/resources/symmetry/spglib-differences.txt");

  @Test
  void recorded_structures_have_the_space_groups_that_spglib_finds_but_for_listed_cases()
      throws Exception {
    List<Recorded> structures = RecordedStructures.all();
    Map<String, String> expected = spglib();
    Map<String, String> found = new TreeMap<>();
    SymmetryFinder finder = SymmetryFinder.create();
    IntStream.range(0, structures.size())
        .parallel()
        .forEach(
            i -> {
              for (String tolerance : TOLERANCES) {
                Symmetry s =
                    finder.find(structures.get(i).structure(), Double.parseDouble(tolerance));
                synchronized (found) {
                  found.put(
                      i + " " + tolerance,
                      s.spaceGroup().number()
                          + " "
                          + s.operations().size()
                          + (s.failures().isEmpty() ? "" : " " + s.failures()));
                }
              }
            });

    Set<String> known = knownDifferences();
    List<String> unknown = new ArrayList<>();
    expected.forEach(
        (key, value) -> {
          Recorded r = structures.get(Integer.parseInt(key.split(" ")[0]));
          String what = "%s %s %s".formatted(r.name(), r.stage(), key.split(" ")[1]);
          if (!value.equals(found.get(key)) && !known.contains(what)) {
            unknown.add("%s: spglib %s, moyo %s".formatted(what, value, found.get(key)));
          }
        });
    assertThat(expected).hasSize(structures.size() * TOLERANCES.size());
    assertThat(unknown).isEmpty();
    assertThat(known).hasSizeLessThan(expected.size() / 20);
  }

  /** Run, stage and tolerance of each listed difference. */
  private static Set<String> knownDifferences() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String line : Files.readAllLines(DIFFERENCES)) {
      if (!line.startsWith("#")) {
        known.add(line.substring(0, line.indexOf(':')));
      }
    }
    return known;
  }

  private static Map<String, String> spglib() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3", "src/test/python/space_groups.py", RecordedStructures.FILE.toString()));
    command.addAll(TOLERANCES);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code of %s (is spglib installed?)", command).isZero();
    Map<String, String> groups = new TreeMap<>();
    for (String line : output.split("\n")) {
      String[] words = line.split(" ");
      groups.put(words[0] + " " + words[1], words[2] + " " + words[3]);
    }
    return groups;
  }
}
