package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GuessingDelayTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final GuessingDelay delay = new GuessingDelay(now::get);

  @Test
  void the_third_wrong_password_costs_a_second_and_each_further_one_twice_as_much_up_to_a_minute() {
    assertThat(waitsAfter(10)).containsExactly(0, 0, 1, 2, 4, 8, 16, 32, 60, 60);
  }

  private long[] waitsAfter(int guesses) {
    long[] waits = new long[guesses];
    for (int i = 0; i < guesses; i++) {
      delay.wrong("eve");
      waits[i] = delay.wait("eve").toSeconds();
      now.updateAndGet(instant -> instant.plus(delay.wait("eve")));
      assertThat(delay.wait("eve")).isZero();
    }
    return waits;
  }

  @Test
  void the_right_password_ends_the_delay_and_so_does_a_quiet_quarter_of_an_hour() {
    waitsAfter(4);
    delay.right("eve");
    assertThat(waitsAfter(3)).containsExactly(0, 0, 1);

    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(16)));
    assertThat(waitsAfter(3)).containsExactly(0, 0, 1);
  }

  @Test
  void who_guesses_makes_nobody_else_wait() {
    waitsAfter(3);
    delay.wrong("eve");

    assertThat(delay.wait("admin")).isZero();
  }

  @Test
  void it_remembers_no_more_names_than_it_can_hold() {
    for (int i = 0; i < 4; i++) {
      delay.wrong("eve");
    }
    for (int name = 0; name < 10_000; name++) {
      delay.wrong("name" + name);
    }

    assertThat(delay.wait("eve")).isZero();
  }
}
