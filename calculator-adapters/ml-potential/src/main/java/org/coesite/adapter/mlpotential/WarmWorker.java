package org.coesite.adapter.mlpotential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.execution.Conversation;
import org.coesite.execution.Ending;
import org.jspecify.annotations.Nullable;

/** A Python process with a model in it, asked by one thread at a time. */
final class WarmWorker implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long importing torch and opening a model may take; minutes on a cold network disk. */
  private static final Duration OPENING = Duration.ofMinutes(10);

  /** How much later than its bound on time a worker may answer: a step at work is completed. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final long LOOK_MILLIS = 50;

  private final Conversation conversation;
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
  private final ModelDescription model;
  private int asked;

  /** Why its output could not be read to the end, if so. */
  private volatile String broken = "";

  private WarmWorker(Conversation conversation, BooleanSupplier interrupted)
      throws IOException, ModelUnavailableException {
    this.conversation = conversation;
    Thread listener = new Thread(this::listen, "coesite-ml-worker");
    listener.setDaemon(true);
    listener.start();
    this.model = introduced(interrupted);
  }

  /**
   * Starts a process and waits until its model is open, or until that is interrupted.
   *
   * @throws ModelUnavailableException saying why that cannot be, and what mends it
   */
  static WarmWorker started(
      PythonProgram program, ModelAddress address, BooleanSupplier interrupted)
      throws ModelUnavailableException {
    try {
      Conversation conversation = program.started(address);
      try {
        return new WarmWorker(conversation, interrupted);
      } catch (IOException | ModelUnavailableException problem) {
        conversation.close();
        throw problem;
      }
    } catch (IOException failure) {
      throw new ModelUnavailableException(program + ": " + failure.getMessage());
    }
  }

  private void listen() {
    try {
      Optional<String> line = conversation.hear();
      while (line.isPresent()) {
        heard.add(line);
        line = conversation.hear();
      }
    } catch (IOException ended) {
      broken = ": " + ended.getMessage();
    } finally {
      heard.add(Optional.empty());
    }
  }

  private ModelDescription introduced(BooleanSupplier interrupted)
      throws IOException, ModelUnavailableException {
    Optional<String> line = opened(interrupted);
    if (line.isEmpty()) {
      FailureReason reason =
          reason() == FailureReason.KILLED
              ? FailureReason.KILLED
              : FailureReason.CALCULATOR_MISSING;
      throw new ModelUnavailableException(
          reason, conversation.lastLines().below("ended before it began"));
    }
    JsonNode hello = JSON.readTree(line.get());
    if (hello.has("problem")) {
      throw new ModelUnavailableException(hello.path("problem").asText());
    }
    return ModelDescription.of(hello.path("model"));
  }

  /** The first line; empty if the process ended without one. */
  private Optional<String> opened(BooleanSupplier interrupted)
      throws IOException, ModelUnavailableException {
    long end = System.nanoTime() + OPENING.toNanos();
    while (System.nanoTime() - end < 0) {
      @Nullable Optional<String> line = awaited(Duration.ofMillis(LOOK_MILLIS), () -> false);
      if (line != null) {
        return line;
      }
      if (interrupted.getAsBoolean()) {
        throw new ModelUnavailableException(FailureReason.INTERRUPTED, "ended while it opened");
      }
    }
    throw new ModelUnavailableException("opened no model within " + OPENING.toMinutes() + " min");
  }

  ModelDescription model() {
    return model;
  }

  boolean isAlive() {
    return conversation.isAlive();
  }

  /** Relaxes structures; what becomes of the process is their outcome too. */
  List<Relaxation> relax(
      List<Structure> starts, RelaxationSettings settings, BooleanSupplier interrupted) {
    try {
      asked++;
      conversation.say(RelaxationMessage.request(asked, starts, settings).toString());
      Duration limit = settings.maxTime().multipliedBy(starts.size()).plus(GRACE);
      @Nullable Optional<String> line = awaited(limit, interrupted);
      if (line == null) {
        conversation.close();
        return all(
            starts, FailureReason.TIMED_OUT, "no answer within %d s".formatted(limit.toSeconds()));
      }
      if (line.isEmpty()) {
        return all(
            starts, reason(), conversation.lastLines().below("the Python worker ended" + broken));
      }
      return answered(starts, line.get());
    } catch (IOException ended) {
      return all(starts, reason(), conversation.lastLines().below(ended.getMessage()));
    }
  }

  private List<Relaxation> answered(List<Structure> starts, String line) {
    try {
      List<Relaxation> outcomes = RelaxationMessage.outcomes(JSON.readTree(line));
      if (outcomes.size() == starts.size()) {
        return outcomes;
      }
    } catch (JsonProcessingException | IllegalArgumentException garbled) {
      conversation.close();
      return all(starts, FailureReason.OUTPUT_UNREADABLE, garbled.getMessage());
    }
    conversation.close();
    return all(starts, FailureReason.OUTPUT_UNREADABLE, "not one outcome for each structure");
  }

  private FailureReason reason() {
    return conversation.ending().filter(Ending.Killed.class::isInstance).isPresent()
        ? FailureReason.KILLED
        : FailureReason.CRASHED;
  }

  private static List<Relaxation> all(
      List<Structure> starts, FailureReason reason, String message) {
    return Collections.nCopies(starts.size(), new Failed(reason, message, List.of()));
  }

  /** The next line; null if none came in time. An interruption is passed on, then waited for. */
  private @Nullable Optional<String> awaited(Duration limit, BooleanSupplier interrupted)
      throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    boolean told = false;
    while (System.nanoTime() - end < 0) {
      try {
        @Nullable Optional<String> line = heard.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (line != null) {
          return line;
        }
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        return null;
      }
      if (!told && interrupted.getAsBoolean()) {
        told = true;
        conversation.say(JsonNodeFactory.instance.objectNode().put("interrupt", asked).toString());
      }
    }
    return null;
  }

  @Override
  public void close() {
    conversation.close();
  }
}
