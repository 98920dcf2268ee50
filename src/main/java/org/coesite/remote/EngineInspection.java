package org.coesite.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.process.Models;

/** Finds what an engine lacks of that which a search needs there. */
public record EngineInspection(RestEngine engine) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
  private static final int CAMUNDA = 7;
  private static final int OLDEST_CAMUNDA = 24;
  private static final int OPERATON = 1;

  /** What is missing for these models, which are deployed there, a line each. */
  public List<String> missing(String version, ModelFiles models) {
    List<String> missing = new ArrayList<>();
    checkVersion(version, missing);
    checkPlugin(models, missing);
    checkTimeToLive(missing);
    checkWorkers(missing);
    return missing;
  }

  private static void checkVersion(String version, List<String> missing) {
    Matcher parts = VERSION.matcher(version);
    boolean fits =
        parts.matches()
            && (number(parts, 1) == OPERATON
                || number(parts, 1) == CAMUNDA && number(parts, 2) >= OLDEST_CAMUNDA);
    if (!fits) {
      missing.add("engine version: %s, Camunda 7.24 or Operaton 1.0 is needed".formatted(version));
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private void checkPlugin(ModelFiles models, List<String> missing) {
    JsonNode said;
    try {
      said = ask();
    } catch (EngineRefusalException refusal) {
      missing.add(
          refusal.getMessage().contains("coesiteCheck")
              ? "plugin: the engine cannot run the steps of a search; put the plugin jar into its"
                  + " userlib or class path, see docs/own-engine.md"
              : "plugin: its check failed: " + refusal.getMessage());
      return;
    }
    Set<String> lacking = new TreeSet<>(models.delegates());
    lacking.removeAll(Set.of(said.at("/delegates/value").asText().split(" ")));
    if (!lacking.isEmpty()) {
      missing.add(
          "plugin: version %s has no %s; put a plugin jar of this build there"
              .formatted(said.at("/pluginVersion/value").asText(), String.join(", ", lacking)));
    }
    String history = said.at("/historyLevel/value").asText();
    if (!history.equals("full")) {
      missing.add(
          "history level: %s, without full there is no log of external tasks".formatted(history));
    }
    if (!said.at("/strictErrors/value").asBoolean()) {
      missing.add(
          "engine setting enableExceptionsAfterUnhandledBpmnError: without it a task whose error"
              + " nobody catches is computed for ever");
    }
  }

  /** Runs the process that only the plugin can run, and leaves no trace of it. */
  private JsonNode ask() {
    new Deployment(engine).send("coesite-check", ModelFiles.check());
    JsonNode ended =
        engine.post(
            "/process-definition/key/coesite-check/start",
            JsonNodeFactory.instance.objectNode().put("withVariablesInReturn", true));
    try {
      engine.delete("/history/process-instance/" + ended.path("id").asText());
    } catch (EngineRefusalException notAllowedOrNotKept) {
      // Then it goes by its own time to live, which is a day.
    }
    return ended.path("variables");
  }

  private void checkTimeToLive(List<String> missing) {
    for (String key : Models.PROCESSES) {
      if (!engine.get("/process-definition/key/" + key).path("historyTimeToLive").isInt()) {
        missing.add("history time to live of %s: the audit may be removed".formatted(key));
      }
    }
  }

  /** The engine knows no workers, but tasks that wait and are in nobody's hands. */
  private void checkWorkers(List<String> missing) {
    String relax = Models.topic("");
    for (JsonNode topic : engine.get("/external-task/topic-names?withUnlockedTasks=true")) {
      String name = topic.asText();
      if (name.startsWith(relax) && locked(name) == 0) {
        missing.add(
            "worker: nobody relaxes with %s although tasks wait; start: ./coesite worker --engine %s"
                    .formatted(name.substring(relax.length()), engine.address())
                + " --calculator "
                + name.substring(relax.length()));
      }
    }
  }

  private int locked(String topic) {
    return engine
        .get("/external-task/count?locked=true&topicName=" + RestEngine.encoded(topic))
        .path("count")
        .asInt();
  }
}
