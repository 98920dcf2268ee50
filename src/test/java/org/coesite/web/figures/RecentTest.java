package org.coesite.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentTest {

  @Test
  void a_value_is_asked_for_again_when_it_is_older_than_it_may_be() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T00:00:00Z"));
    AtomicInteger asked = new AtomicInteger();
    Recent<Integer> recent = new Recent<>(asked::incrementAndGet, Duration.ofSeconds(5), now::get);

    assertThat(recent.get()).isEqualTo(1);
    now.updateAndGet(time -> time.plusSeconds(5));
    assertThat(recent.get()).isEqualTo(1);
    now.updateAndGet(time -> time.plusMillis(1));
    assertThat(recent.get()).isEqualTo(2);
  }
}
