package org.coesite.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people and programs see when something fails: that it did, and nothing of the inside. */
@Controller
class ErrorPage implements ErrorController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    HttpStatus status = status(request);
    String message = status.value() + " " + status.getReasonPhrase() + detail(request);
    @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)
        ? ResponseEntity.status(status).contentType(HTML).body(page(message))
        : ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .body(Problem.of(message));
  }

  private static HttpStatus status(HttpServletRequest request) {
    @Nullable HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.resolve(code)
            : null;
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  /** What one of our filters said; messages of exceptions are for the log. */
  private static String detail(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null
            && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String said
            && said.startsWith(RequestLimit.SAID)
        ? ": " + said
        : "";
  }

  private static String page(String message) {
    return Html.page(
        "Error",
        "<main><h1>%s</h1><p><a href=\"/\">Searches</a></main>\n".formatted(Html.text(message)));
  }
}
