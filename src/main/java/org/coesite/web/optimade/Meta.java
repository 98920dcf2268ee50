package org.coesite.web.optimade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer says about itself; component names, in snake case, are the keys of the JSON.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Meta(
    Query query,
    String apiVersion,
    boolean moreDataAvailable,
    String schema,
    String timeStamp,
    @Nullable Integer dataReturned,
    @Nullable Integer dataAvailable,
    Provider provider,
    Implementation implementation,
    @Nullable List<Warning> warnings) {

  /** The version of the specification that is kept to. */
  static final String API_VERSION = "1.2.0";

  private static final String SCHEMA =
      "https://schemas.optimade.org/openapi/v" + API_VERSION + "/optimade.json";

  private static final Provider PROVIDER =
      new Provider(
          "Coesite", "Crystal structures that searches of this server have found", "coesite");

  /** The request, as the part of its address behind the base. */
  record Query(String representation) {}

  /** Whose properties begin with {@code _coesite_}. */
  record Provider(String name, String description, String prefix) {}

  /** The program that answers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Implementation(String name, @Nullable String version) {}

  /** Something that a client should know, though the answer is right. */
  record Warning(String type, String detail) {}

  /** About an answer that is not a part of a list. */
  static Meta of(String request, String timeStamp) {
    return new Meta(
        new Query(request),
        API_VERSION,
        false,
        SCHEMA,
        timeStamp,
        null,
        null,
        PROVIDER,
        new Implementation("Coesite", Meta.class.getPackage().getImplementationVersion()),
        null);
  }

  /** The same with numbers of entries. */
  Meta counting(int returned, int available, boolean more) {
    return new Meta(
        query,
        apiVersion,
        more,
        schema,
        timeStamp,
        returned,
        available,
        provider,
        implementation,
        warnings);
  }

  /** The same with a warning for each property that only other providers know. */
  Meta warning(Collection<String> foreign) {
    if (foreign.isEmpty()) {
      return this;
    }
    List<Warning> warned =
        foreign.stream()
            .map(name -> new Warning("warning", "'%s' is not known here".formatted(name)))
            .toList();
    return new Meta(
        query,
        apiVersion,
        moreDataAvailable,
        schema,
        timeStamp,
        dataReturned,
        dataAvailable,
        provider,
        implementation,
        warned);
  }
}
