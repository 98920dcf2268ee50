package org.coesite.web;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** How the server departs from what Spring Boot and Camunda do by themselves. */
final class ServerSettings {

  private static final List<String> TLS =
      List.of("server.ssl.key-store", "server.ssl.certificate", "server.ssl.bundle");

  /** Cookies that must not travel without TLS where there is TLS. */
  static final Map<String, Object> WITH_TLS =
      Map.of(
          "server.servlet.session.cookie.secure", true,
          "camunda.bpm.webapp.csrf.enable-secure-cookie", true,
          "camunda.bpm.webapp.session-cookie.enable-secure-cookie", true);

  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("server.error.include-stacktrace", "never"),
          Map.entry("server.error.include-message", "never"),
          Map.entry("server.servlet.session.cookie.http-only", true),
          Map.entry("server.servlet.session.cookie.same-site", "lax"),
          Map.entry("server.servlet.session.tracking-modes", "cookie"),
          // Points of long searches and the libraries of the pages shrink to a fifth.
          Map.entry("server.compression.enabled", true),
          // Browsers ask whether a page is still the same, so that none outlives an upgrade.
          Map.entry("spring.web.resources.cache.cachecontrol.no-cache", true),
          Map.entry("springdoc.api-docs.path", "/api/openapi"),
          // Else it warns at each start that there is a description.
          Map.entry("springdoc.api-docs.enabled", true),
          Map.entry("springdoc.paths-to-match", "/api/**"),
          Map.entry("springdoc.default-produces-media-type", "application/json"),
          Map.entry("server.shutdown", "graceful"),
          Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
          Map.entry("spring.jmx.enabled", false),
          // Camunda reads uploaded models itself.
          Map.entry("spring.servlet.multipart.enabled", false),
          Map.entry("camunda.bpm.webapp.index-redirect-enabled", false),
          // Tomcat says so already, and twice is wrong.
          Map.entry("camunda.bpm.webapp.session-cookie.enable-same-site-cookie", false),
          Map.entry("camunda.bpm.webapp.header-security.xss-protection-disabled", true),
          Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus"),
          Map.entry("management.endpoint.health.show-details", "always"),
          Map.entry("management.health.camunda.enabled", false));

  private ServerSettings() {}

  /** Settings that the server.properties of a data directory may override. */
  static Map<String, Object> defaults(Path dataDirectory) {
    Map<String, Object> defaults = new HashMap<>(DEFAULTS);
    defaults.put(
        "spring.config.location",
        "optional:file:" + dataDirectory.toAbsolutePath().resolve("server.properties"));
    return defaults;
  }

  static boolean hasTls(Environment environment) {
    return TLS.stream().anyMatch(environment::containsProperty);
  }
}
