package org.coesite.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages by their addresses; what they show they ask for themselves. */
@Controller
class PagesController {

  private static final String HTML = MediaType.TEXT_HTML_VALUE;

  @GetMapping(value = "/", produces = HTML)
  String searches() {
    return "forward:/pages/searches.html";
  }

  @GetMapping(value = "/start", produces = HTML)
  String start() {
    return "forward:/pages/start.html";
  }

  @GetMapping(value = "/searches/{name}", produces = HTML)
  String search() {
    return "forward:/pages/search.html";
  }

  @GetMapping(value = "/searches/{name}/approve", produces = HTML)
  String approve() {
    return "forward:/pages/approve.html";
  }

  @GetMapping(value = "/searches/{name}/structures/{structure}", produces = HTML)
  String structure() {
    return "forward:/pages/structure.html";
  }

  @GetMapping(value = "/programs", produces = HTML)
  String programs() {
    return "forward:/pages/programs.html";
  }
}
