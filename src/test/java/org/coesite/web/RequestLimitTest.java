package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitTest {

  private static final int TOO_LONG = (int) RequestLimit.BYTES + 1;

  private final MockFilterChain rest = new MockFilterChain();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_request_that_is_too_long_is_refused_unread() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/searches");
    request.setContent(new byte[TOO_LONG]);

    new RequestLimit().doFilter(request, response, rest);

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getErrorMessage()).isEqualTo("requests may hold at most 16 MB");
    assertThat(rest.getRequest()).isNull();
  }

  @Test
  void a_request_that_does_not_say_how_long_it_is_ends_at_the_limit() throws Exception {
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", "/api/searches") {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    request.setContent(new byte[TOO_LONG]);

    new RequestLimit().doFilter(request, response, rest);

    try (ServletInputStream body = rest.getRequest().getInputStream()) {
      assertThatThrownBy(body::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("longer than 16 MB");
    }
  }
}
