package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, as users start, stop and kill it. */
class ServeCommandTest {

  private static final String SETTINGS =
      """
      name: small
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 6}
      stop: {relaxations: 60, repeats: 1000}
      """;

  @TempDir Path folder;

  @Test
  void the_first_start_shows_a_password_once_and_keeps_it_nowhere() throws Exception {
    Path data = folder.resolve("data");
    String password;
    try (ServeProcess first = ServeProcess.start(data, "--verbose")) {
      password = first.password();
      assertThat(first.get("/api/searches").statusCode()).isEqualTo(200);
      first.as("admin", "wrong").get("/api/searches");
      first.terminate();
      assertThat(first.output())
          .as("with all of the log")
          .contains(" INFO ")
          .containsOnlyOnce(password)
          .doesNotContain(secret(data));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secretFile(data))))
        .isEqualTo("rw-------");
    String database = Files.readString(data.resolve("coesite.mv.db"), StandardCharsets.ISO_8859_1);
    assertThat(database).contains("admin").doesNotContain(password).doesNotContain(secret(data));

    try (ServeProcess second = ServeProcess.start(data)) {
      assertThat(second.output()).doesNotContain("password");
      assertThat(second.as("admin", password).get("/api/searches").statusCode()).isEqualTo(200);
    }
    try (ServeProcess third = ServeProcess.start(data, "--new-password")) {
      assertThat(third.password()).isNotEqualTo(password);
      assertThat(third.get("/api/searches").statusCode()).isEqualTo(200);
      assertThat(third.as("admin", password).get("/api/searches").statusCode()).isEqualTo(401);
    }
  }

  private static Path secretFile(Path data) {
    return data.resolve("worker.secret");
  }

  private static String secret(Path data) throws Exception {
    return Files.readString(secretFile(data)).strip();
  }

  @Test
  void a_search_outlives_a_kill_and_an_orderly_end_of_the_server() throws Exception {
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    JsonNode undisturbed =
        CommandRun.of("search", file, "--data", folder.resolve("cli"), "--json").json();
    Path data = folder.resolve("data");
    String password;
    try (ServeProcess first = ServeProcess.start(data)) {
      password = first.password();
      assertThat(
              first
                  .post(
                      "/api/searches",
                      new ObjectMapper().writeValueAsString(Map.of("settings", SETTINGS)))
                  .statusCode())
          .isEqualTo(201);
      first.awaitRelaxations("small", 6);
      first.kill();
    }
    try (ServeProcess second = ServeProcess.start(data).as("admin", password)) {
      second.awaitRelaxations("small", 20);
      second.terminate();
      assertThat(second.output()).contains("stopped; searches go on");
    }
    try (ServeProcess third = ServeProcess.start(data).as("admin", password)) {
      JsonNode summary = third.awaitEnd("small");
      assertThat(summary.at("/state").asText()).isEqualTo("FINISHED");
      assertThat(summary.at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
      assertThat(summary.at("/relaxations")).isEqualTo(undisturbed.at("/relaxations"));
    }
  }

  @Test
  void a_port_that_is_taken_and_an_address_that_is_none_are_refused_before_anything_is_written()
      throws Exception {
    Path data = folder.resolve("data");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = CommandRun.of("serve", "--port", taken.getLocalPort(), "--data", data);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    assertThat(CommandRun.of("serve", "--port", 70000, "--data", data).err())
        .contains("70000 is outside 0 to 65535");
    assertThat(CommandRun.of("serve", "--address", "no address", "--data", data).exitCode())
        .isEqualTo(2);
    assertThat(data).doesNotExist();
  }

  @Test
  void listening_to_other_machines_without_tls_is_warned_of_in_one_line() throws Exception {
    try (ServeProcess open = ServeProcess.start(folder.resolve("data"), "--address", "0.0.0.0")) {
      assertThat(open.output()).contains("passwords travel unencrypted to 0.0.0.0; set up TLS");
    }
  }
}
