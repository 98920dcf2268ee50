package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated inputs mean the same as the recorded ones that GULP accepted. */
class RecordedInputsTest {

  private static final Set<String> BLOCKS =
      Set.of("species", "buckingham", "spring", "three", "cell", "fractional");

  static Stream<Recording> acceptedInputs() {
    return Recording.all().stream()
        .filter(run -> !run.group().equals("failures") && !run.group().equals("formats"));
  }

  @ParameterizedTest
  @MethodSource("acceptedInputs")
  void cell_atoms_and_potential_are_those_of_the_recorded_input(Recording run) {
    Map<String, List<String>> recorded = blocks(run.inputText());
    Map<String, List<String>> ours = blocks(input(run, Variant.NEWTON).text());

    assertThat(ours).isEqualTo(recorded);
  }

  @Test
  void options_are_those_that_relaxed_random_cells() {
    Recording newton = Recording.named("rand_09at_s100__bks_rep__newton_c6_rfo");
    Recording conjugate = Recording.named("scale_12at_s602__bks_rep__conj_c6_rfo");

    assertThat(input(newton, Variant.NEWTON).text().lines())
        .startsWith(newton.inputText().lines().findFirst().orElseThrow())
        .contains("switch_min rfo gnorm 0.02")
        .doesNotContain("stepmx opt 0.1");
    assertThat(newton.inputText()).contains("switch_min rfo gnorm 0.02");
    assertThat(input(conjugate, Variant.CONJUGATE).text().lines())
        .startsWith(conjugate.inputText().lines().findFirst().orElseThrow())
        .contains("stepmx opt 0.1", "switch_min rfo gnorm 0.05");
    assertThat(conjugate.inputText().lines())
        .contains("stepmx opt 0.1", "switch_min rfo gnorm 0.05");
  }

  @Test
  void a_single_point_has_the_keywords_of_the_recorded_one() {
    Recording run = Recording.named("gradient_bks");
    Task task = new Task(run.asked(), run.start(), 0, false);
    String text = new GulpInput(task, Variant.SINGLE_POINT, 1, OptionalDouble.empty(), 60).text();

    assertThat(text).startsWith(run.inputText().lines().findFirst().orElseThrow() + "\n");
    assertThat(text).doesNotContain("maxcyc");
  }

  @Test
  void pressure_bounds_and_the_name_of_the_restart_file_are_told() {
    Recording run = Recording.named("quartz_alpha__bks_rep_c6");
    Task task = new Task(run.asked(), run.start(), 2.5, true);
    String text = new GulpInput(task, Variant.NEWTON, 77, OptionalDouble.of(2e-5), 60).text();

    assertThat(text.lines())
        .contains(
            "pressure 2.5 GPa",
            "maxcyc opt 77",
            "gtol opt 0.00002000",
            "time 60 seconds",
            "dump every 20 run.res");
  }

  @Test
  void every_potential_of_the_library_is_written_without_exponents_and_commas() {
    PotentialLibrary library = PotentialLibrary.standard();
    Structure quartz = Recording.named("quartz_alpha__bks").start();
    for (String name : library.names()) {
      if (library.potential(name).elements().containsAll(quartz.composition().counts().keySet())) {
        Task task = new Task(library.potential(name), quartz, 0, true);
        assertThat(new GulpInput(task, Variant.NEWTON, 1, OptionalDouble.empty(), 1).text())
            .doesNotContain(",")
            .doesNotContainPattern("\\dE-?\\d");
      }
    }
  }

  private static GulpInput input(Recording run, Variant variant) {
    Task task = new Task(run.asked(), run.start(), run.pressure(), true);
    return new GulpInput(task, variant, 500, OptionalDouble.empty(), 60);
  }

  /** The lines of each block in any order, numbers without blanks and zeros that mean nothing. */
  private static Map<String, List<String>> blocks(String text) {
    Map<String, List<String>> blocks = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.startsWith("#")).toList()) {
      if (line.matches("[a-z].*")) {
        current = new ArrayList<>();
        if (BLOCKS.contains(line) || line.startsWith("lennard")) {
          current = blocks.computeIfAbsent(line, key -> new ArrayList<>());
        }
      } else {
        current.add(normal(line));
      }
    }
    Stream.of("species", "buckingham", "spring")
        .filter(blocks::containsKey)
        .forEach(name -> blocks.get(name).sort(null));
    return blocks;
  }

  private static String normal(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split("\\s+")) {
      words.add(
          word.matches("-?[\\d.]+")
              ? "%.6f".formatted(Double.parseDouble(word)).replace("-0.000000", "0.000000")
              : word);
    }
    return String.join(" ", words);
  }
}
