package org.coesite.remote;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Name and password for an engine; never printed. */
public final class Login {

  private final String user;
  private final String password;

  /** For HTTP basic authentication. */
  public Login(String user, String password) {
    this.user = user;
    this.password = password;
  }

  String user() {
    return user;
  }

  String header() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
