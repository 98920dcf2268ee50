package org.coesite.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coesite.remote.Login;
import org.coesite.remote.RestEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An engine that runs elsewhere, and who we are to it. */
final class EngineOption {

  private static final String VARIABLE = "COESITE_WORKER_PASSWORD";

  @Option(
      names = "--engine",
      paramLabel = "URL",
      description = "REST interface of the engine, such as http://localhost:8080/engine-rest.")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "U", description = "Name to log in with.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "F",
      description = "File that holds the password; else it is taken from " + VARIABLE + ".")
  private @Nullable Path passwordFile;

  /** Whether an engine was named. */
  boolean isGiven() {
    if (url == null && (user != null || passwordFile != null)) {
      throw new BadInput("--user and --password-file are for an --engine");
    }
    return url != null;
  }

  /**
   * The engine.
   *
   * @throws BadInput if none was named, or its address or the password will not do
   */
  RestEngine engine() {
    if (url == null) {
      throw new BadInput("--engine: the address of a REST interface is needed");
    }
    return new RestEngine(address(url), login());
  }

  private static URI address(String url) {
    if (url.contains("@")) {
      throw new BadInput(
          "--engine: a password in the address would be seen by others; use --user and"
              + " --password-file");
    }
    URI address;
    try {
      address = new URI(url);
    } catch (URISyntaxException malformed) {
      throw new BadInput("--engine: '%s' is no address".formatted(url));
    }
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null || address.getQuery() != null) {
      throw new BadInput(
          "--engine: '%s' is not like http://localhost:8080/engine-rest".formatted(url));
    }
    return address;
  }

  private @Nullable Login login() {
    if (user == null) {
      return null;
    }
    return new Login(user, passwordFile == null ? fromEnvironment() : read(passwordFile));
  }

  private static String fromEnvironment() {
    @Nullable String password = System.getenv(VARIABLE);
    if (password == null) {
      throw new BadInput("--user: its password is needed in --password-file or " + VARIABLE);
    }
    return password;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new BadInput("--password-file: %s cannot be read".formatted(file));
    }
  }
}
