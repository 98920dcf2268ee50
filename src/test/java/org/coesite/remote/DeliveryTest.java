package org.coesite.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final RemoteTask TASK = new RemoteTask("task-1", "worker", new byte[0], null);

  private final List<String> notes = new ArrayList<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final Delivery delivery = new Delivery(notes::add);

  @Test
  void an_answer_that_collides_with_another_is_given_again() {
    delivery.deliver(
        TASK,
        () -> {
          if (answers.incrementAndGet() < 3) {
            throw new EngineRefusalException(500, "optimistic locking");
          }
        });

    assertThat(answers).hasValue(3);
    assertThat(notes).isEmpty();
  }

  @Test
  void a_task_that_the_engine_no_longer_has_is_let_go_at_once() {
    delivery.deliver(
        TASK,
        () -> {
          answers.incrementAndGet();
          throw new EngineRefusalException(404, "there is no task");
        });

    assertThat(answers).hasValue(1);
    assertThat(notes).singleElement().asString().contains("task-1").contains("there is no task");
  }

  @Test
  void an_engine_that_refuses_ten_times_is_not_asked_any_more() {
    delivery.deliver(
        TASK,
        () -> {
          answers.incrementAndGet();
          throw new EngineRefusalException(500, "out of order");
        });

    assertThat(answers).hasValue(10);
    assertThat(notes).hasSize(1);
  }
}
