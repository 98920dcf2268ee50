package org.coesite.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes whoever guesses passwords wait: after the third wrong one a second, then twice as long each
 * time, up to a minute. Nobody is locked out for good, and other addresses do not wait.
 */
final class GuessingDelay {

  private static final int FREE = 2;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<String, Guesses> guesses = new LinkedHashMap<>();

  private record Guesses(int wrong, Instant last) {

    Instant waitsUntil() {
      return wrong <= FREE ? last : last.plus(pause());
    }

    private Duration pause() {
      int doublings = Math.min(wrong - FREE - 1, 6);
      Duration pause = Duration.ofSeconds(1L << doublings);
      return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
  }

  GuessingDelay(InstantSource clock) {
    this.clock = clock;
  }

  /** How long somebody still has to wait; zero if he may try. */
  synchronized Duration wait(String who) {
    @Nullable Guesses known = guesses.get(who);
    Instant now = clock.instant();
    return known == null || !known.waitsUntil().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, known.waitsUntil());
  }

  synchronized void wrong(String who) {
    @Nullable Guesses known = guesses.remove(who);
    Instant now = clock.instant();
    boolean fresh = known == null || known.last.plus(FORGOTTEN_AFTER).isBefore(now);
    guesses.put(who, new Guesses(fresh ? 1 : known.wrong + 1, now));
    if (guesses.size() > MOST_REMEMBERED) {
      guesses.remove(guesses.keySet().iterator().next());
    }
  }

  synchronized void right(String who) {
    guesses.remove(who);
  }
}
