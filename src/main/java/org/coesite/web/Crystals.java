package org.coesite.web;

import java.util.Optional;
import org.coesite.crystal.Structure;
import org.coesite.search.Reference;
import org.coesite.search.SearchService;
import org.springframework.stereotype.Component;

/** The crystals of a search by what pages and programs call them. */
@Component
class Crystals {

  /** What the name of a known phase begins with, where a structure could be meant as well. */
  static final String REFERENCE = "reference:";

  private final Searches searches;

  Crystals(Searches searches) {
    this.searches = searches;
  }

  /** A structure as refined, else as relaxed, or a known phase as it was given. */
  Optional<Structure> of(String search, String id) {
    SearchService service = searches.service();
    return id.startsWith(REFERENCE)
        ? service.references(search).stream()
            .filter(reference -> reference.name().equals(id.substring(REFERENCE.length())))
            .map(Reference::structure)
            .findFirst()
        : service.refined(search, id).or(() -> service.relaxed(search, id));
  }
}
