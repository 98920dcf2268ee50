package org.coesite.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.coesite.process.Models;

/** Takes running searches to the newest version of their models. */
public record Migration(RestEngine engine) {

  /**
   * What became of the running searches.
   *
   * @param migrated how many process instances were
   * @param problems those that could not be, a line each
   */
  public record Outcome(int migrated, List<String> problems) {}

  /** Migrates each instance that runs on an older version, the caller and what it calls. */
  public Outcome migrate() {
    int migrated = 0;
    List<String> problems = new ArrayList<>();
    for (String key : Models.PROCESSES) {
      String newest = engine.get("/process-definition/key/" + key).path("id").asText();
      for (JsonNode version : engine.get("/process-definition?key=" + key)) {
        String old = version.path("id").asText();
        if (old.equals(newest)) {
          continue;
        }
        JsonNode running =
            engine.get("/process-instance?processDefinitionId=" + RestEngine.encoded(old));
        if (!running.isEmpty()) {
          migrated += migrate(running, plan(old, newest), problems);
        }
      }
    }
    return new Outcome(migrated, problems);
  }

  private JsonNode plan(String from, String to) {
    return engine.post(
        "/migration/generate",
        JsonNodeFactory.instance
            .objectNode()
            .put("sourceProcessDefinitionId", from)
            .put("targetProcessDefinitionId", to)
            .put("updateEventTriggers", true));
  }

  /** One by one: one that cannot be migrated does not keep the others back. */
  private int migrate(JsonNode instances, JsonNode plan, List<String> problems) {
    int migrated = 0;
    for (JsonNode instance : instances) {
      ObjectNode order = JsonNodeFactory.instance.objectNode();
      order.set("migrationPlan", plan);
      order.putArray("processInstanceIds").add(instance.path("id").asText());
      try {
        engine.post("/migration/execute", order);
        migrated++;
      } catch (EngineRefusalException refusal) {
        problems.add(
            "search %s, %s: %s"
                .formatted(
                    instance.path("businessKey").asText(),
                    instance.path("definitionId").asText(),
                    refusal.getMessage().replaceAll("\\s+", " ").strip()));
      }
    }
    return migrated;
  }
}
