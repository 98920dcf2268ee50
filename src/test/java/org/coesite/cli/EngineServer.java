package org.coesite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A process engine of somebody else, in a Java machine of its own, with its data in a folder. */
final class EngineServer implements AutoCloseable {

  static final String USER = "admin";
  static final String PASSWORD = "sesame-1234";

  private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

  private final Process process;
  private final Path log;
  private final String url;

  private EngineServer(Process process, Path log, String url) {
    this.process = process;
    this.log = log;
    this.url = url;
  }

  /**
   * Starts a server.
   *
   * @param kind {@code camunda} or {@code operaton}
   * @param plugin name of a jar that it finds as Camunda Run finds those in its userlib
   */
  static EngineServer start(String kind, Path folder, String... plugin) throws IOException {
    Path log = folder.resolve(kind + plugin.length + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    for (String jar : plugin) {
      command.add("-Dloader.path=" + Path.of("target", jar).toAbsolutePath());
    }
    command.addAll(
        List.of(
            "-jar",
            Path.of("target", "servers", kind + "-server", "target", kind + "-server.jar")
                .toAbsolutePath()
                .toString(),
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--%s.bpm.admin-user.id=%s".formatted(kind, USER),
            "--%s.bpm.admin-user.password=%s".formatted(kind, PASSWORD),
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve(kind),
            "--coesite.data=" + folder.resolve(kind + "-reports")));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> !process.isAlive() || said(log).contains("Started Server"));
      Matcher port = PORT.matcher(said(log));
      if (!port.find()) {
        throw new AssertionError("the server did not start:\n" + said(log));
      }
      return new EngineServer(
          process, log, "http://127.0.0.1:%s/engine-rest".formatted(port.group(1)));
    } catch (RuntimeException | Error failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Address of its REST interface. */
  String url() {
    return url;
  }

  /** All that it has logged. */
  String log() {
    return said(log);
  }

  /** What its REST interface answers. */
  JsonNode get(String path) {
    String login =
        Base64.getEncoder()
            .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    try {
      return new ObjectMapper()
          .readTree(
              HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(URI.create(url + path))
                          .header("Authorization", "Basic " + login)
                          .build(),
                      BodyHandlers.ofString())
                  .body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
