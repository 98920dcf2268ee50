package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.coesite.search.EventLog;
import org.coesite.search.LogFields;
import org.coesite.search.SmallSearches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedEventsTest {

  private static final String SEARCH = "small";

  private final SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:events");
  private final Logger logger = (Logger) LoggerFactory.getLogger(EventLog.class);
  private final ListAppender<ILoggingEvent> lines =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
          // Its fields are those of the thread until somebody asks.
          line.prepareForDeferredProcessing();
          super.append(line);
        }
      };

  @BeforeEach
  void listen() {
    database.searches().create(SEARCH, SmallSearches.of(1, 1), List.of());
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void close() {
    logger.detachAppender(lines);
    logger.setAdditive(true);
    logger.setLevel(null);
    database.close();
  }

  @Test
  void an_event_is_a_line_of_the_log_that_names_its_search() {
    database.events().add(SEARCH, "search started");

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("search started");
    assertThat(lines.list.get(0).getMDCPropertyMap()).isEqualTo(Map.of("search", SEARCH));
  }

  @Test
  void an_event_of_a_transaction_is_logged_after_its_commit_with_the_fields_it_had() {
    database.together(
        () -> {
          LogFields.of("outer")
              .withStructure("g002s01")
              .run(() -> database.events().add(SEARCH, "it failed"));
          assertThat(lines.list).isEmpty();
        });

    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.getMDCPropertyMap())
                    .isEqualTo(
                        Map.of("search", SEARCH, "generation", "2", "structure", "g002s01")));
  }

  @Test
  void an_event_that_is_rolled_back_is_not_logged() {
    assertThatThrownBy(
            () ->
                database.together(
                    () -> {
                      database.events().add(SEARCH, "never mind");
                      throw new IllegalStateException("collision");
                    }))
        .hasMessage("collision");

    assertThat(lines.list).isEmpty();
    assertThat(database.events().after(SEARCH, 0)).isEmpty();
  }
}
