package org.coesite.remote;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A form with files, as a deployment is sent. */
final class Multipart {

  private final String boundary = "coesite-" + UUID.randomUUID();
  private final StringBuilder parts = new StringBuilder();

  /** With fields, and with files by their names. */
  Multipart(Map<String, String> fields, Map<String, String> files) {
    fields.forEach((name, value) -> add("name=\"%s\"".formatted(name), value));
    files.forEach(
        (name, content) ->
            add(
                "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream"
                    .formatted(name, name),
                content));
    parts.append("--").append(boundary).append("--\r\n");
  }

  private void add(String disposition, String content) {
    parts
        .append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; ")
        .append(disposition)
        .append("\r\n\r\n")
        .append(content)
        .append("\r\n");
  }

  String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] bytes() {
    return parts.toString().getBytes(StandardCharsets.UTF_8);
  }
}
