package org.coesite.web.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that costs something to find out, found out anew only if it is older than it may be. */
final class Recent<T> implements Supplier<T> {

  private final Supplier<T> source;
  private final Duration oldest;
  private final InstantSource clock;
  private @Nullable T value;
  private Instant known = Instant.MIN;

  Recent(Supplier<T> source, Duration oldest, InstantSource clock) {
    this.source = source;
    this.oldest = oldest;
    this.clock = clock;
  }

  @Override
  public synchronized T get() {
    @Nullable T held = value;
    if (held == null || clock.instant().minus(oldest).isAfter(known)) {
      held = source.get();
      value = held;
      known = clock.instant();
    }
    return held;
  }
}
