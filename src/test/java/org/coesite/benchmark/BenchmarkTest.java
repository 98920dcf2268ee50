package org.coesite.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.evolution.Exploration;
import org.coesite.evolution.NoRandomStructureException;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchSettingsReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches for rutile in twelve atoms, which are over in a moment. */
class BenchmarkTest {

  private static final PotentialLibrary POTENTIALS = PotentialLibrary.standard();
  private static final EmbeddedCalculator CALCULATOR = new EmbeddedCalculator(POTENTIALS);
  private static Problem titania;
  private static List<Trial> trials;
  private static final List<Long> TOLD = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void search() throws IOException, InterruptedException {
    titania = problem(Map.of());
    trials =
        new Benchmark(CALCULATOR, 2, false).run(titania, 100, 6, trial -> TOLD.add(trial.seed()));
  }

  private static Problem problem(Map<String, String> changed) throws IOException {
    return new ProblemReader(new SearchSettingsReader(POTENTIALS, Set.of("embedded")))
        .read(
            "titania-12",
            Files.readString(Path.of("examples", "benchmarks", "titania-12.yaml")),
            changed);
  }

  @Test
  void each_search_finds_the_answer_and_ends_there() {
    assertThat(trials).extracting(Trial::seed).containsExactly(100L, 101L, 102L, 103L, 104L, 105L);
    assertThat(TOLD).containsExactlyInAnyOrder(100L, 101L, 102L, 103L, 104L, 105L);
    assertThat(trials)
        .allSatisfy(
            trial -> {
              assertThat(trial.found()).isEqualTo(trial.relaxations());
              assertThat(trial.lowest()).hasSize(trial.relaxations());
              assertThat(trial.winner().energyPerAtom()).isCloseTo(-13.266785, within(1e-4));
              assertThat(trial.phases().get(Trial.ANSWER)).isPositive();
              assertThat(trial.below()).isNull();
            });
  }

  @Test
  void the_same_seed_gives_the_same_search_on_one_thread_and_on_two() throws Exception {
    List<Trial> again = new Benchmark(CALCULATOR, 1, false).run(titania, 103, 1, trial -> {});
    assertThat(again.get(0).lowest()).isEqualTo(trials.get(3).lowest());
    assertThat(again.get(0).winner()).isEqualTo(trials.get(3).winner());
  }

  @Test
  void a_whole_search_goes_on_to_its_budget() throws Exception {
    Problem known = problem(Map.of());
    Problem small =
        new Problem("small", "", known.settings(), 30, known.target(), Map.of(), List.of());
    Trial whole = new Benchmark(CALCULATOR, 1, true).run(small, 100, 1, trial -> {}).get(0);
    assertThat(whole.relaxations()).isEqualTo(30);
    assertThat(whole.found()).isEqualTo(trials.get(0).found());
    assertThat(whole.yields().stream().mapToInt(Exploration.Yield::relaxations).sum())
        .isEqualTo(30);
    assertThat(whole.unseen()).isBetween(0.0, 1.0);
  }

  @Test
  void an_answer_of_another_group_or_energy_is_none() throws Exception {
    Target other = new Target(titania.target().energyPerAtom(), 0.0005, Set.of(1));
    Problem wrong = new Problem("wrong", "", titania.settings(), 12, other, Map.of(), List.of());
    Trial trial = new Benchmark(CALCULATOR, 1, false).run(wrong, 100, 1, one -> {}).get(0);
    assertThat(trial.isSuccess()).isFalse();
    Target higher = new Target(-13.2, 0.0005, Set.of(136));
    Problem tooHigh = new Problem("high", "", titania.settings(), 12, higher, Map.of(), List.of());
    Trial lower = new Benchmark(CALCULATOR, 1, false).run(tooHigh, 100, 1, one -> {}).get(0);
    assertThat(lower.below()).isCloseTo(-13.266785, within(1e-3));
    assertThat(Score.of(tooHigh, List.of(lower)).better()).isEqualTo(1);
  }

  @Test
  void the_score_counts_searches_and_structures() {
    Score score = Score.of(titania, trials);
    int[] found = trials.stream().mapToInt(Trial::found).sorted().toArray();
    assertThat(score.success()).isEqualTo(1);
    assertThat(score.best()).isEqualTo(found[0]);
    assertThat(score.worst()).isEqualTo(found[5]);
    assertThat(score.median()).isEqualTo((found[2] + found[3]) / 2.0);
    assertThat(score.mean() * 6).isCloseTo(Arrays.stream(found).sum(), within(1e-9));
    assertThat(score.ratios().get("XtalOpt, best setting"))
        .isCloseTo(9.1 / score.mean(), within(1e-9));
    assertThat(score.winners().values().stream().mapToInt(i -> i).sum()).isEqualTo(6);
  }

  @Test
  void peers_that_fail_now_and_then_are_charged_for_it() {
    Peer half = new Peer("half", 0.5, 100.0, 10, "nowhere");
    Problem charged =
        new Problem(
            "charged", "", titania.settings(), 200, titania.target(), Map.of(), List.of(half));
    Score score = Score.of(charged, trials);
    assertThat(score.ratios().get("half")).isCloseTo(300 / score.mean(), within(1e-9));
  }

  @Test
  void settings_without_room_end_the_benchmark_with_their_reason() throws IOException {
    Problem cramped =
        problem(
            Map.of(
                "start.volumePerAtom", "0.6",
                "start.symmetricShare", "0",
                "relaxed.volumePerAtom", "[0.5, 30]"));
    assertThatThrownBy(() -> new Benchmark(CALCULATOR, 1, false).run(cramped, 1, 1, one -> {}))
        .isInstanceOf(NoRandomStructureException.class)
        .hasMessageContaining("0.6 Å³/atom");
  }

  @Test
  void the_plot_is_a_picture(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plot.png");
    BenchmarkPlot.write(file, titania, trials);
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(900);
  }
}
