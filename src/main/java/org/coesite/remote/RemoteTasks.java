package org.coesite.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coesite.process.Models;
import org.jspecify.annotations.Nullable;

/** The external tasks of an engine, as a worker sees them. */
final class RemoteTasks {

  /** How long the engine may hold a question back until there is a task. */
  private static final Duration POLL = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RestEngine engine;
  private final List<String> topics;
  private final Duration lock;

  /** Tasks of these topics, each locked for so long unless it is extended. */
  RemoteTasks(RestEngine engine, List<String> topics, Duration lock) {
    this.engine = engine;
    this.topics = topics;
    this.lock = lock;
  }

  /** Takes a task for a worker; waits a few seconds for one. */
  Optional<RemoteTask> fetch(String worker) {
    ObjectNode question =
        of(worker).put("maxTasks", 1).put("asyncResponseTimeout", POLL.toMillis());
    for (String topic : topics) {
      question
          .withArray("topics")
          .addObject()
          .put("topicName", topic)
          .put("lockDuration", lock.toMillis())
          .withArray("variables")
          .add(Models.WORK);
    }
    JsonNode tasks = engine.post("/external-task/fetchAndLock", question);
    return tasks.isEmpty() ? Optional.empty() : Optional.of(task(tasks.get(0), worker));
  }

  private static RemoteTask task(JsonNode task, String worker) {
    JsonNode work = task.at("/variables/" + Models.WORK + "/value");
    JsonNode retries = task.path("retries");
    return new RemoteTask(
        task.path("id").asText(), worker, bytes(work), retries.isInt() ? retries.asInt() : null);
  }

  private static byte @Nullable [] bytes(JsonNode value) {
    try {
      return value.isTextual() ? value.binaryValue() : null;
    } catch (IOException noBase64) {
      return null;
    }
  }

  /** Ends a task. The results pass through the engine and are not kept as a variable. */
  void complete(RemoteTask task, byte[] results) {
    ObjectNode answer = of(task.worker());
    answer
        .putObject("localVariables")
        .putObject(Models.RESULTS)
        .put("type", "Bytes")
        .put("value", results)
        .putObject("valueInfo")
        .put("transient", true);
    engine.post(path(task, "complete"), answer);
  }

  /** Gives a task back, so that anybody may take it at once. */
  void unlock(RemoteTask task) {
    engine.post(path(task, "unlock"), JsonNodeFactory.instance.objectNode());
  }

  /** Keeps a task locked; false if the engine no longer has it. */
  boolean extend(RemoteTask task) {
    try {
      engine.post(path(task, "extendLock"), of(task.worker()).put("newDuration", lock.toMillis()));
      return true;
    } catch (EngineRefusalException refusal) {
      return !refusal.isNotFound();
    }
  }

  /** Raises an error that the model catches. */
  void raise(RemoteTask task, String code, String message) {
    engine.post(
        path(task, "bpmnError"),
        of(task.worker()).put("errorCode", code).put("errorMessage", message));
  }

  /** Gives a task back that broke its worker. */
  void fail(RemoteTask task, String message, String details) {
    int left = (task.retries() == null ? Models.ATTEMPTS : task.retries()) - 1;
    engine.post(
        path(task, "failure"),
        of(task.worker())
            .put("errorMessage", message)
            .put("errorDetails", details)
            .put("retries", left)
            .put("retryTimeout", PAUSE.toMillis()));
  }

  private static ObjectNode of(String worker) {
    return JsonNodeFactory.instance.objectNode().put("workerId", worker);
  }

  private static String path(RemoteTask task, String action) {
    return "/external-task/%s/%s".formatted(task.id(), action);
  }
}
