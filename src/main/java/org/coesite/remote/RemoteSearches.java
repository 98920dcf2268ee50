package org.coesite.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.coesite.process.Models;
import org.coesite.search.Parcel;
import org.coesite.search.SearchNameException;
import org.coesite.search.SearchOrder;
import org.coesite.search.SearchSummary;

/** Starts searches on an engine somewhere else and asks what became of them. */
public record RemoteSearches(RestEngine engine) {

  /**
   * Starts a search.
   *
   * @return id of its process instance
   * @throws SearchNameException if the engine had a search of this name before
   */
  public String start(String name, SearchOrder order) {
    int earlier =
        engine
            .get(
                "/history/process-instance/count?processDefinitionKey=%s&processInstanceBusinessKey=%s"
                    .formatted(Models.SEARCH, RestEngine.encoded(name)))
            .path("count")
            .asInt();
    if (earlier > 0) {
      throw new SearchNameException(
          "engine %s has a search '%s' already".formatted(engine.address(), name));
    }
    ObjectNode start = JsonNodeFactory.instance.objectNode().put("businessKey", name);
    start
        .putObject("variables")
        .putObject(Models.ORDER)
        .put("type", "Bytes")
        .put("value", Parcel.pack(order));
    return engine
        .post("/process-definition/key/%s/start".formatted(Models.SEARCH), start)
        .path("id")
        .asText();
  }

  /** Whether a search goes on, be it that it waits for a person. */
  public boolean isRunning(String instance) {
    String state = engine.get("/history/process-instance/" + instance).path("state").asText();
    return state.equals("ACTIVE") || state.equals("SUSPENDED");
  }

  /** What a search waits for that a person has to see to; empty while it goes on by itself. */
  public Optional<String> problem(String name, String instance) {
    for (JsonNode incident : engine.get("/incident?processInstanceId=" + instance)) {
      String root = incident.path("rootCauseIncidentId").asText();
      return Optional.of(
          engine.get("/incident/" + root).path("incidentMessage").asText("no reason given"));
    }
    for (JsonNode task :
        engine.get("/task?processInstanceBusinessKey=" + RestEngine.encoded(name))) {
      return Optional.of("a person is asked: " + task.path("name").asText());
    }
    return Optional.empty();
  }

  /** The figures of an ended search; empty if it ended without them. */
  public Optional<SearchSummary> summary(String instance) {
    JsonNode kept =
        engine.get(
            "/history/variable-instance?deserializeValues=false&processInstanceId=%s&variableName=%s"
                .formatted(instance, Models.SUMMARY));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Parcel.unpack(
                engine.bytes(
                    "/history/variable-instance/%s/data"
                        .formatted(kept.get(0).path("id").asText())),
                SearchSummary.class));
  }
}
