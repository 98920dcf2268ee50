package org.coesite.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.coesite.search.Reference;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchName;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;

/**
 * What users do with searches over the network.
 *
 * @param service starts and ends them
 * @param reader of search.yaml
 * @param preparing lets the calculators check and complete settings
 */
public record Searches(
    SearchService service, SearchSettingsReader reader, UnaryOperator<SearchSettings> preparing) {

  /** Starts what a request asks for, and answers with its entry. */
  SearchEntry start(SearchRequest request) {
    String asked = request.name() == null ? "" : SearchName.checked(request.name());
    SearchSettings read = reader.readText(request.settings(), asked.isEmpty() ? "search" : asked);
    SearchSettings named = asked.isEmpty() ? read : read.withName(asked);
    SearchSettings settings =
        preparing.apply(request.seed() == null ? named : named.withSeed(request.seed()));
    List<Reference> references = ReferenceFiles.of(request.references());
    service.start(settings, settings.name(), references);
    return service.entry(settings.name());
  }
}
