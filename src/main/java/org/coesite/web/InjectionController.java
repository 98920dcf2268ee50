package org.coesite.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes structures that people give to a search. */
@RestController
class InjectionController {

  private final Searches searches;

  InjectionController(Searches searches) {
    this.searches = searches;
  }

  /** A file of a structure: its name, which tells the format, and its text. */
  record StructureText(String name, String content) {

    /** Absent texts are empty ones, so that the reader of structures says what is missing. */
    StructureText(@Nullable String name, @Nullable String content) {
      this.name = name == null ? "" : name;
      this.content = content == null ? "" : content;
    }
  }

  /** The number of a structure among those that were given to its search, from 1. */
  record Number(int number) {}

  @PostMapping(value = "/api/searches/{name}/inject", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Number inject(@PathVariable String name, @RequestBody StructureText structure, Principal person) {
    return new Number(
        searches.service().inject(name, structure.name(), structure.content(), person.getName()));
  }
}
