package org.coesite.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that answer otherwise than an engine does. */
class RestEngineTest {

  private final List<String> logins = new ArrayList<>();
  private HttpServer server;
  private RestEngine engine;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    engine =
        new RestEngine(
            URI.create("http://localhost:%d/rest/".formatted(server.getAddress().getPort())),
            new Login("Zoë", "pass:word"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          logins.add(exchange.getRequestHeaders().getFirst("Authorization"));
          if (status == 302) {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/elsewhere");
          }
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Test
  void its_version_is_asked_for_with_name_and_password() {
    answer("/rest/version", 200, "{\"version\":\"7.24.0\"}");

    assertThat(engine.version()).isEqualTo("7.24.0");
    assertThat(logins).containsExactly("Basic Wm/DqzpwYXNzOndvcmQ=");
  }

  @Test
  void another_program_at_its_address_is_told_from_an_engine() {
    answer("/rest/version", 200, "<html>Welcome</html>");

    assertThatThrownBy(engine::version)
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining(engine.address() + " is not the REST interface of an engine");
  }

  @Test
  void the_password_does_not_follow_a_redirection() {
    answer("/rest/version", 302, " ");

    assertThatThrownBy(engine::version).hasMessageContaining("(answer 302)");
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_engine() {
    answer("/rest/task", 400, "{\"type\":\"RestException\",\"message\":\"no such filter\"}");
    answer("/rest/proxy", 502, "bad gateway\nsorry");

    assertThatThrownBy(() -> engine.get("/task")).hasMessage("no such filter");
    assertThatThrownBy(() -> engine.get("/proxy")).hasMessage("answer 502: bad gateway");
  }

  @Test
  void an_engine_that_is_gone_is_named_by_its_address() {
    server.stop(0);

    assertThatThrownBy(engine::version)
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining(engine.address().toString())
        .hasMessageNotContaining("pass:word");
  }
}
