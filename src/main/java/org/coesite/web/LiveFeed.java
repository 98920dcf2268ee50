package org.coesite.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Looks at the searches that somebody watches, twice a second, once for all who watch the same.
 *
 * <p>It looks into the database rather than listen to the engine, since other servers and workers
 * may be at work on the same search.
 */
@Component
class LiveFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration PACE = Duration.ofMillis(500);

  private final Searches searches;
  private final Map<String, List<Spectator>> spectators = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "live-feed");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean running;

  LiveFeed(Searches searches) {
    this.searches = searches;
  }

  /** Tells a page what it lacks from now on. */
  SseEmitter watch(String search, LivePosition position) {
    SseEmitter emitter = new SseEmitter(0L);
    Spectator spectator = new Spectator(emitter, position);
    spectators.computeIfAbsent(search, name -> new CopyOnWriteArrayList<>()).add(spectator);
    Runnable leave = () -> spectators.getOrDefault(search, List.of()).remove(spectator);
    emitter.onCompletion(leave);
    emitter.onTimeout(leave);
    emitter.onError(failure -> leave.run());
    return emitter;
  }

  private void look() {
    spectators.forEach(
        (search, watching) -> {
          if (!watching.isEmpty()) {
            tell(search, watching);
          }
        });
  }

  /** A page whose connection ends connects again, and shows meanwhile that it waits. */
  private void tell(String search, List<Spectator> watching) {
    try {
      LiveView view = new LiveView(searches.service(), search);
      watching.forEach(spectator -> spectator.tell(view));
      watching.removeIf(Spectator::isGone);
    } catch (RuntimeException failure) {
      LOG.warn("search {} cannot be watched now: {}", search, failure.toString());
      watching.forEach(Spectator::leave);
    }
  }

  @Override
  public void start() {
    running = true;
    clock.scheduleWithFixedDelay(this::look, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the server waits for requests to end, which those of watching pages never do. */
  @Override
  public void stop() {
    running = false;
    clock.shutdownNow();
    spectators.values().forEach(watching -> watching.forEach(Spectator::leave));
  }
}
