package org.coesite.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.coesite.search.Reference;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchForecast;
import org.coesite.search.SearchListing;
import org.coesite.search.SearchName;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What users do with searches over the network.
 *
 * @param service starts and ends them
 * @param reader of search.yaml
 * @param preparing lets the calculators check and complete settings
 * @param forecast tells what a search will cost
 */
public record Searches(
    SearchService service,
    SearchSettingsReader reader,
    UnaryOperator<SearchSettings> preparing,
    SearchForecast forecast) {

  /** What a request asks for, completed by its calculators. */
  SearchSettings checked(SearchRequest request) {
    String asked = request.name() == null ? "" : SearchName.checked(request.name());
    SearchSettings read = reader.readText(request.settings(), asked.isEmpty() ? "search" : asked);
    SearchSettings named = asked.isEmpty() ? read : read.withName(asked);
    ReferenceFiles.of(request.references());
    return preparing.apply(request.seed() == null ? named : named.withSeed(request.seed()));
  }

  /** Lets a search go on by another search.yaml, and answers with its entry. */
  SearchEntry amend(String name, String settings) {
    SearchSettings read = reader.readAmendmentText(settings, name).withName(name);
    service.amend(name, preparing.apply(read));
    return service.entry(name);
  }

  /** Starts what a request asks for, and answers with its entry. */
  SearchEntry start(SearchRequest request) {
    SearchSettings settings = checked(request);
    List<Reference> references = ReferenceFiles.of(request.references());
    service.start(settings, settings.name(), references);
    return service.entry(settings.name());
  }

  /** A search as a list shows it. */
  SearchListing.Line line(String name) {
    return SearchListing.Line.of(service.entry(name));
  }

  /** The search after something was done with it, or 409 with the reason why that cannot be. */
  ResponseEntity<Object> answer(String name, boolean done, String problem) {
    return done
        ? ResponseEntity.ok(line(name))
        : ResponseEntity.status(HttpStatus.CONFLICT)
            .body(Problem.of("search '%s' %s".formatted(name, problem)));
  }
}
