package org.coesite.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.coesite.chaos.ChildSearch.End;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches that are killed at random moments until one of them is through, again and again.
 *
 * <p>A moment is before or after a statement or commit, so that kills fall between and inside
 * transactions, and every third kill comes from outside at a random time, during relaxations too.
 * {@code ./check --chaos N} asks for more kills.
 */
class ChaosTest {

  private static final String SETTINGS =
      """
      name: doomed
      seed: 5
      composition: SiO2
      potential: sio2-bks-rep
      start: {symmetricShare: 0}
      generation: {size: 5}
      stop: {relaxations: 13}
      """;

  /** Moments of a first start before the search goes on; nothing makes it safe but our own care. */
  private static final long WHILE_TABLES_ARE_MADE = 800;

  private static final int KILLS = Integer.getInteger("coesite.chaos.kills", 12);

  @TempDir Path folder;

  @Test
  void a_search_on_h2_that_is_killed_again_and_again_ends_as_an_undisturbed_one() throws Exception {
    survive(
        "h2",
        name ->
            "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(folder.resolve(name).resolve("coesite")));
  }

  @Test
  void a_search_on_postgresql_that_is_killed_again_and_again_ends_as_an_undisturbed_one()
      throws Exception {
    try (PostgresCluster cluster = PostgresCluster.started()) {
      survive("postgres", cluster::createDatabase);
    }
  }

  /** Gives the address of a new database. */
  private interface Databases {
    String create(String name) throws IOException, InterruptedException;
  }

  private void survive(String kind, Databases databases) throws Exception {
    Path settings = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    String calm = databases.create(kind + "calm");
    Path quiet = Files.createDirectories(folder.resolve(kind + "calm"));
    End undisturbed = new End("", "", 0);
    try (ChildSearch child = ChildSearch.started(calm, quiet, settings, false, 0)) {
      undisturbed = child.await();
    }
    assertThat(undisturbed.state()).isEqualTo("FINISHED");
    Remains expected = Remains.of(calm);
    assertThat(expected.relaxations()).hasSizeGreaterThanOrEqualTo(13);

    long seed = Long.getLong("coesite.chaos.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    int kills = 0;
    int calls = 0;
    int recorded = 0;
    int searches = 0;
    while (kills < KILLS) {
      String database = databases.create(kind + searches);
      Path work = Files.createDirectories(folder.resolve(kind + searches));
      int before = kills;
      @Nullable End end = null;
      while (end == null) {
        end = step(database, work, settings, random, undisturbed.moments(), kills < KILLS);
        kills += end == null ? 1 : 0;
      }
      searches++;
      String story = "%s, chaos seed %d, %d kills".formatted(kind, seed, kills - before);
      assertThat(end.state()).as(story).isEqualTo("FINISHED");
      assertThat(end.hash()).as(story).isEqualTo(undisturbed.hash());
      Remains remains = Remains.of(database);
      assertThat(remains.relaxations()).as(story).isEqualTo(expected.relaxations());
      assertThat(remains.attempts()).as(story).isEqualTo(expected.attempts());
      assertThat(remains.running()).as(story).isEmpty();
      assertThat(remains.flaws()).as("records, " + story).isEmpty();
      calls += Files.readAllLines(work.resolve("calls")).size();
      recorded += remains.relaxations().size() + remains.attempts().size();
    }
    System.out.printf(
        "%s: %d kills in %d searches (seed %d), %d relaxations recorded, %d made again%n",
        kind, kills, searches, seed, recorded, calls - recorded);
  }

  /** Lets the search go on until its end, or its death. */
  private static @Nullable End step(
      String database,
      Path work,
      Path settings,
      SplittableRandom random,
      long moments,
      boolean doomed)
      throws Exception {
    boolean fromOutside = doomed && random.nextInt(3) == 0;
    long latest = random.nextInt(4) == 0 ? WHILE_TABLES_ARE_MADE : moments;
    long fate = doomed && !fromOutside ? 1 + random.nextLong(latest) : 0;
    try (ChildSearch child = ChildSearch.started(database, work, settings, false, fate)) {
      if (fromOutside && child.awaitWork()) {
        Thread.sleep(random.nextInt(1500));
        child.kill();
        return null;
      }
      return child.await();
    }
  }
}
