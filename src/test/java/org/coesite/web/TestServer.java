package org.coesite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.process.EngineAccounts;
import org.coesite.process.OpenEngine;
import org.coesite.search.SearchForecast;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;

/** A server over a data directory of its own, and requests to it. */
final class TestServer implements AutoCloseable {

  static final String ADMINISTRATOR = "admin";
  static final String PASSWORD = "Right-Password-1";

  private final Path directory;
  private final OpenEngine engine;
  private final Searches searches;
  private final WebServer server;
  private final String workerSecret;
  private final HttpClient client = HttpClient.newHttpClient();

  TestServer(Path directory) throws IOException {
    this.directory = directory;
    PotentialLibrary potentials = PotentialLibrary.standard();
    EmbeddedCalculator calculator = new EmbeddedCalculator(potentials);
    engine = OpenEngine.serving(directory, calculator, 2);
    engine.accounts().makeAdministrator(ADMINISTRATOR, PASSWORD);
    engine.accounts().letWork(WorkerSecret.USER);
    searches =
        new Searches(
            engine.service(),
            new SearchSettingsReader(potentials, Set.of(calculator.name(), "quantum-espresso")),
            settings -> prepared(calculator, settings, directory),
            new SearchForecast(
                List.of(calculator),
                SymmetryFinder.create(),
                new Workplaces(directory, List.of(new LocalExecution()))));
    FreshFetching.prepare();
    server =
        WebServer.start(
            new WebServer.Parts(
                directory,
                searches,
                engine.accounts(),
                WorkerSecret.of(directory),
                engine.dataSource(),
                engine.figures()),
            "127.0.0.1",
            0);
    workerSecret = Files.readString(directory.resolve("worker.secret")).strip();
  }

  private static SearchSettings prepared(
      EmbeddedCalculator calculator, SearchSettings settings, Path directory) {
    return settings.withPrepared(
        calculator.prepared(
            settings.evolution().composition(),
            settings.relaxation(),
            Placement.HERE,
            directory.resolve("work")),
        settings.refinement().orElse(null));
  }

  /** Settings as the command line reads and prepares them. */
  SearchSettings settings(String text, String name) {
    return searches.preparing().apply(searches.reader().readText(text, name));
  }

  SearchService service() {
    return engine.service();
  }

  DataSource dataSource() {
    return engine.dataSource();
  }

  EngineAccounts accounts() {
    return engine.accounts();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  /** A request of a program that sends name and password along. */
  HttpRequest.Builder as(String name, String password, String path) {
    return request(path).header("Authorization", basic(name, password));
  }

  HttpRequest.Builder asAdministrator(String path) {
    return as(ADMINISTRATOR, PASSWORD, path);
  }

  HttpRequest.Builder asWorker(String path) {
    return as(WorkerSecret.USER, workerSecret, path);
  }

  HttpRequest.Builder asMonitor(String path) throws IOException {
    return as(
        "coesite-monitor", Files.readString(directory.resolve("monitor.secret")).strip(), path);
  }

  static String basic(String name, String password) {
    String both = name + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(HttpRequest.Builder request, Object json)
      throws IOException, InterruptedException {
    return send(
        request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text(json))));
  }

  private static String text(Object json) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(json);
  }

  /** Deploys a model as a form with a file does. */
  HttpResponse<String> deploy(HttpRequest.Builder request, String file, String model)
      throws IOException, InterruptedException {
    String body =
        """
        --part\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        test\r
        --part\r
        Content-Disposition: form-data; name="data"; filename="%s"\r
        \r
        %s\r
        --part--\r
        """
            .formatted(file, model);
    return send(
        request
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A browser that signed on with name and password. */
  Browser browser() {
    return new Browser(
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());
  }

  /** Keeps cookies and sends forms. */
  final class Browser {

    private final HttpClient client;

    private Browser(HttpClient client) {
      this.client = client;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          request(path).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Signs on by the form, as its page has it. */
    HttpResponse<String> signOn(String name, String password)
        throws IOException, InterruptedException {
      return submit(
          "/login", Map.of("username", name, "password", password, "_csrf", token(get("/login"))));
    }

    HttpResponse<String> submit(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      String form =
          String.join(
              "&",
              fields.entrySet().stream()
                  .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                  .toList());
      return send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The token that our pages ask for. */
    String sessionToken() throws IOException, InterruptedException {
      return new ObjectMapper()
          .readTree(send(request("/api/session")).body())
          .at("/token")
          .asText();
    }

    /** The token that a page hides in its form. */
    static String token(HttpResponse<String> page) {
      Matcher found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
      if (!found.find()) {
        throw new AssertionError("no token in " + page.body());
      }
      return found.group(1);
    }
  }

  @Override
  public void close() {
    server.close();
    engine.close();
  }
}
