package org.coesite.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coesite.process.Models;

/** Brings models to an engine. */
public record Deployment(RestEngine engine) {

  /**
   * What an engine has of a process.
   *
   * @param version of the process there, counted by the engine
   * @param changed whether it is new
   */
  public record Deployed(int version, boolean changed) {}

  /** Deploys all models together if one of them differs from what is there; else none. */
  public Map<String, Deployed> deploy(ModelFiles models) {
    boolean changed = send("coesite", models);
    Map<String, Deployed> versions = new LinkedHashMap<>();
    for (String key : Models.PROCESSES) {
      versions.put(key, new Deployed(version(key), changed));
    }
    return versions;
  }

  /** Whether there was something new. */
  boolean send(String name, ModelFiles models) {
    JsonNode answer =
        engine.post(
            "/deployment/create",
            new Multipart(
                Map.of(
                    "deployment-name", name,
                    "deployment-source", "coesite",
                    "enable-duplicate-filtering", "true"),
                models.texts()));
    return !answer.path("deployedProcessDefinitions").isEmpty()
        || !answer.path("deployedDecisionDefinitions").isEmpty();
  }

  private int version(String key) {
    return engine.get("/process-definition/key/" + key).path("version").asInt();
  }
}
