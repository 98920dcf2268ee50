package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConversationTest {

  private static Conversation with(String script) throws IOException {
    return Conversation.started(List.of("sh", "-c", script), Map.of("GREETING", "hello"));
  }

  @Test
  void a_line_is_answered_by_a_line_as_often_as_one_likes() throws Exception {
    try (Conversation echo = with("while read line; do echo \"$GREETING $line\"; done")) {
      for (String name : List.of("Si", "O")) {
        echo.say(name);
        assertThat(echo.hear()).contains("hello " + name);
      }
      assertThat(echo.isAlive()).isTrue();
    }
  }

  @Test
  void a_program_that_ends_by_itself_leaves_its_last_words() throws Exception {
    try (Conversation brief = with("echo 'no model' >&2; exit 3")) {
      assertThat(brief.hear()).isEmpty();
      assertThat(brief.ending()).contains(new Ending.Exited(3));
      assertThat(brief.lastLines().error()).containsExactly("no model");
    }
  }

  @Test
  void a_program_that_is_killed_ended_by_a_signal() throws Exception {
    try (Conversation killed = with("kill -9 $$")) {
      assertThat(killed.hear()).isEmpty();
      assertThat(killed.ending()).contains(new Ending.Killed(9));
    }
  }

  @Test
  void closing_ends_the_program_with_all_that_it_started() throws Exception {
    Conversation family = with("sleep 600 & echo $!; wait");
    long child = Long.parseLong(family.hear().orElseThrow());
    family.close();
    assertThat(family.isAlive()).isFalse();
    assertThat(ProcessHandle.of(child).filter(ProcessTree::isRunning)).isEmpty();
  }

  @Test
  void a_program_that_is_not_there_does_not_start() {
    assertThatThrownBy(() -> Conversation.started(List.of("/no/such/program"), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }
}
