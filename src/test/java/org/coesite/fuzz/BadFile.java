package org.coesite.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A file as it may come: a sound one that something happened to.
 *
 * @param seed the sound one
 * @param changes what happened to it
 * @param text its bytes as ISO 8859-1, which loses none
 */
public record BadFile(Seed seed, List<Change> changes, String text) {

  private static final int MOST_CHANGES = 4;

  /** Bad files made of these sound ones; fewer changes count as simpler. */
  public static Arbitrary<BadFile> of(List<Seed> seeds) {
    Arbitrary<Long> draws = Arbitraries.randomValue(Random::nextLong);
    return Combinators.combine(
            Arbitraries.of(seeds), draws.list().ofMinSize(1).ofMaxSize(MOST_CHANGES))
        .as(BadFile::changed);
  }

  private static BadFile changed(Seed seed, List<Long> draws) {
    List<Change> changes = new ArrayList<>();
    String text = seed.text();
    for (long draw : draws) {
      Random random = new Random(draw);
      Change change = Change.any(random);
      changes.add(change);
      text = change.of(text, random);
    }
    return new BadFile(seed, changes, text);
  }

  /** Its bytes. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Its bytes read as UTF-8, with marks for what is none. */
  public String utf8() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return seed + " after " + changes + ", " + text.length() + " bytes";
  }
}
