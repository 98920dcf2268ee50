package org.coesite.web.optimade;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a request.
 *
 * @param server where the server is, without a slash at the end
 * @param path behind that
 * @param query as it was sent, null if there is none
 * @param parameters decoded; of those given twice the first
 */
record Address(String server, String path, @Nullable String query, Map<String, String> parameters) {

  static final String BASE = "/optimade";
  static final String VERSIONED = BASE + "/v1";

  static Address of(HttpServletRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    return new Address(
        ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
        request.getRequestURI(),
        request.getQueryString(),
        parameters);
  }

  /** The base of the API, without its version. */
  String base() {
    return server + BASE;
  }

  /** The part behind the versioned base. */
  String representation() {
    String part = path.startsWith(VERSIONED) ? path.substring(VERSIONED.length()) : path;
    return query == null ? part : part + "?" + query;
  }

  /** The same request for another page. */
  String page(int offset, int limit) {
    Map<String, String> other = new LinkedHashMap<>(parameters);
    other.put("page_offset", String.valueOf(offset));
    other.put("page_limit", String.valueOf(limit));
    return server
        + path
        + other.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
