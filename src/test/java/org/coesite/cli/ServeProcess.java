package org.coesite.cli;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code coesite serve} in a process of its own, on any free port. */
final class ServeProcess implements AutoCloseable {

  private static final Pattern SERVING = Pattern.compile("serving on (http://\\S+:\\d+)/");
  private static final Pattern PASSWORD = Pattern.compile("password (\\S{20,})");
  private static final int PATIENCE_SECONDS = 300;

  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CountDownLatch serving = new CountDownLatch(1);
  private final Thread reader = new Thread(this::read, "serve-output");
  private String name = "admin";
  private String password = "";

  private ServeProcess(Process process) {
    this.process = process;
    reader.start();
  }

  static ServeProcess start(Path data, String... options) throws IOException, InterruptedException {
    List<Object> arguments = new ArrayList<>(List.of("serve", "--port", 0, "--data", data));
    arguments.addAll(List.of(options));
    ServeProcess serve = new ServeProcess(ChildProcess.start(Map.of(), arguments.toArray()));
    if (!serve.serving.await(PATIENCE_SECONDS, TimeUnit.SECONDS)
        || !SERVING.matcher(serve.output).find()) {
      serve.close();
      throw new AssertionError("it does not serve: " + serve.output);
    }
    return serve;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (SERVING.matcher(line).find()) {
          serving.countDown();
        }
      }
    } catch (IOException killed) {
      output.append(killed);
    } finally {
      serving.countDown();
    }
  }

  /** What it has written on standard error so far. */
  String output() {
    return output.toString();
  }

  /** The password that it has shown; requests use it from now on. */
  String password() {
    password = found(PASSWORD);
    return password;
  }

  ServeProcess as(String user, String itsPassword) {
    name = user;
    password = itsPassword;
    return this;
  }

  private String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + output);
    }
    return matcher.group(1);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Where it serves, as this machine reaches it. */
  String address() {
    return found(SERVING).replace("0.0.0.0", "127.0.0.1");
  }

  private HttpRequest.Builder request(String path) {
    String both = name + ":" + password;
    return HttpRequest.newBuilder(URI.create(address() + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode summary(String search) throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/api/searches/" + search);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return new ObjectMapper().readTree(answer.body());
  }

  /** Waits until a search has relaxed so many structures. */
  void awaitRelaxations(String search, int number) {
    await()
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> summary(search).at("/relaxations/total").asInt() >= number);
  }

  JsonNode awaitEnd(String search) throws IOException, InterruptedException {
    await()
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> !summary(search).at("/state").asText().equals("RUNNING"));
    return summary(search);
  }

  /** Asks it to end, and waits for that. */
  void terminate() throws InterruptedException {
    // That of the process itself would also close its streams.
    process.toHandle().destroy();
    awaitExit();
  }

  /** Ends it without asking. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitExit();
  }

  private void awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + output);
    }
    reader.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      reader.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
