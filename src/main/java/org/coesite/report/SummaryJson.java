package org.coesite.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import org.coesite.search.SearchSummary;

/**
 * The text of summary.json, which {@code show --json} also prints.
 *
 * <p>The component names of {@link SearchSummary} are the keys, in their order; what is not known
 * yet is {@code null}.
 */
public final class SummaryJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private SummaryJson() {}

  /** The summary as one JSON object over several lines, without a final line break. */
  public static String of(SearchSummary summary) {
    try {
      return MAPPER.writeValueAsString(summary);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("summary of " + summary.search(), e);
    }
  }
}
