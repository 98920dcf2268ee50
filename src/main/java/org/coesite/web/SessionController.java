package org.coesite.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has signed on, and by what a page shows that it is one of ours. */
@RestController
class SessionController {

  /**
   * A session by the keys of the JSON.
   *
   * @param header name of the header that requests which change something carry
   * @param token its value
   */
  record Session(String person, boolean administrator, String header, String token) {}

  @GetMapping("/api/session")
  Session session(Principal person, HttpServletRequest request, CsrfToken token) {
    return new Session(
        person.getName(),
        request.isUserInRole(SignOn.ADMINISTRATOR),
        token.getHeaderName(),
        token.getToken());
  }
}
