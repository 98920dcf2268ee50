package org.coesite.web;

import org.springframework.web.util.HtmlUtils;

/** Pages without a framework. */
final class Html {

  private Html() {}

  /** A text in which nothing is markup. */
  static String text(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  /** A whole page around its body, which is markup. */
  static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width">
          <title>%s · Coesite</title>
          <link rel="stylesheet" href="/coesite.css">
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(text(title), body);
  }
}
