package org.coesite.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The REST interface of a Camunda 7 or Operaton engine. */
public final class RestEngine {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(1);

  private final URI address;
  private final @Nullable Login login;

  /** Follows no redirection: the password is for this address alone. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /** At an address such as {@code http://localhost:8080/engine-rest}. */
  public RestEngine(URI address, @Nullable Login login) {
    this.address = URI.create(address.toString().replaceAll("/+$", ""));
    this.login = login;
  }

  /** Its address. */
  public URI address() {
    return address;
  }

  /**
   * Version of the engine, for example 7.24.0.
   *
   * @throws EngineUnreachableException if it does not answer, or not to us
   */
  public String version() {
    HttpResponse<byte[]> answer = send(request("/version").GET().build());
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new EngineUnreachableException(
          login == null
              ? "engine %s asks for a name and a password (%d)"
                  .formatted(address, answer.statusCode())
              : ("engine %s refuses name or password of user '%s' (%d);"
                      + " the address of a REST interface often ends in /engine-rest")
                  .formatted(address, login.user(), answer.statusCode()));
    }
    try {
      JsonNode version = JSON.readTree(answer.body()).path("version");
      if (answer.statusCode() == 200 && version.isTextual()) {
        return version.asText();
      }
    } catch (IOException noJson) {
      // Something else lives there; said below.
    }
    throw new EngineUnreachableException(
        "%s is not the REST interface of an engine, which is something like".formatted(address)
            + " http://localhost:8080/engine-rest (answer %d)".formatted(answer.statusCode()));
  }

  JsonNode get(String path) {
    return json(exchange(request(path).GET().build()));
  }

  byte[] bytes(String path) {
    return exchange(request(path).GET().build());
  }

  void delete(String path) {
    exchange(request(path).DELETE().build());
  }

  JsonNode post(String path, JsonNode content) {
    return json(
        exchange(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content.toString()))
                .build()));
  }

  JsonNode post(String path, Multipart content) {
    return json(
        exchange(
            request(path)
                .header("Content-Type", content.type())
                .POST(BodyPublishers.ofByteArray(content.bytes()))
                .build()));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(ANSWER)
            .header("Accept", "application/json, application/octet-stream;q=0.5, */*;q=0.1");
    return login == null ? request : request.header("Authorization", login.header());
  }

  private byte[] exchange(HttpRequest request) {
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() >= 300) {
      throw new EngineRefusalException(answer.statusCode(), message(answer));
    }
    return answer.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new EngineUnreachableException(
          "engine %s cannot be reached: %s".formatted(address, reason(failure)));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw new EngineUnreachableException("engine %s: interrupted".formatted(address));
    }
  }

  private static String reason(IOException failure) {
    @Nullable Throwable cause = failure;
    while (cause != null && cause.getMessage() == null) {
      cause = cause.getCause();
    }
    return cause == null ? "no connection" : cause.getMessage();
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException noJson) {
      throw new EngineRefusalException(500, "the engine answers without JSON");
    }
  }

  /** What the engine says in words; a proxy before it may say something else. */
  private static String message(HttpResponse<byte[]> answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    try {
      JsonNode message = JSON.readTree(text).path("message");
      if (message.isTextual()) {
        return message.asText();
      }
    } catch (JsonProcessingException noJson) {
      // Then its words are all there is.
    }
    return "answer %d: %s".formatted(answer.statusCode(), text.lines().findFirst().orElse(""));
  }
}
