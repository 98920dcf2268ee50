package org.coesite.web.figures;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.coesite.search.QueueFigures;
import org.coesite.search.SearchFigures;
import org.coesite.search.StoreFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in the database. All nodes that share it tell the same, so these figures must not be
 * added up.
 */
final class DatabaseFigures implements MultiCollector {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFigures.class);

  private final Supplier<MetricSnapshots> recent;

  /** Asks again after a while only: whoever reads often must not slow down the searches. */
  DatabaseFigures(SearchFigures figures, Duration oldest, InstantSource clock) {
    this.recent = new Recent<>(() -> ask(figures), oldest, clock);
  }

  @Override
  public MetricSnapshots collect() {
    return recent.get();
  }

  private static MetricSnapshots ask(SearchFigures figures) {
    List<GaugeSnapshot> gauges = new ArrayList<>();
    try {
      add(gauges, figures.store());
      add(gauges, figures.queue());
      gauges.add(reachable(1));
    } catch (RuntimeException outage) {
      LOG.debug("No figures of the database", outage);
      // Figures that are missing are better than some that may be wrong; those of the node stay.
      gauges.clear();
      gauges.add(reachable(0));
    }
    return new MetricSnapshots(gauges.toArray(new GaugeSnapshot[0]));
  }

  private static GaugeSnapshot reachable(int value) {
    return gauge(
        "coesite_database_reachable",
        "Whether this node reaches the database",
        Stream.of(point(Labels.EMPTY, value)));
  }

  private static void add(List<GaugeSnapshot> gauges, StoreFigures store) {
    gauges.add(
        gauge(
            "coesite_searches",
            "Searches in the database",
            store.searches().entrySet().stream()
                .map(
                    entry ->
                        point(
                            Labels.of("state", lower(entry.getKey().name())), entry.getValue()))));
    gauges.add(
        gauge(
            "coesite_relaxations_due",
            "Structures of searches in the database that go on, without a result so far; those at"
                + " work included",
            Stream.of(
                point(Labels.of("purpose", "screen"), store.screeningDue()),
                point(Labels.of("purpose", "refine"), store.refinementDue()))));
    gauges.add(
        gauge(
            "coesite_failed_attempts",
            "Failed attempts on record in the database",
            store.failures().stream()
                .map(
                    failures ->
                        point(
                            Labels.of(
                                "calculator",
                                failures.calculator(),
                                "reason",
                                lower(failures.reason())),
                            failures.number()))));
    gauges.add(
        gauge(
            "coesite_engine_share_ratio",
            "Share of the CPU time of all searches in the database that was neither calculator nor"
                + " genetic algorithm, 0 to 1",
            Stream.of(point(Labels.EMPTY, store.engineShare()))));
  }

  private static void add(List<GaugeSnapshot> gauges, QueueFigures queue) {
    gauges.add(
        gauge(
            "coesite_external_tasks",
            "Tasks for workers in the database, each a batch of structures or one refinement",
            queue.topics().stream()
                .flatMap(
                    topic ->
                        Stream.of(
                            point(Labels.of("topic", topic.name(), "state", "open"), topic.open()),
                            point(
                                Labels.of("topic", topic.name(), "state", "locked"),
                                topic.locked())))));
    gauges.add(
        gauge(
            "coesite_jobs_due",
            "Steps of the engine in the database that are due or at work",
            Stream.of(point(Labels.EMPTY, queue.jobsDue()))));
    gauges.add(
        gauge(
            "coesite_incidents",
            "Failures in the database that wait for a person",
            queue.incidents().entrySet().stream()
                .map(entry -> point(Labels.of("type", entry.getKey()), entry.getValue()))));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static GaugeSnapshot gauge(
      String name, String help, Stream<GaugeDataPointSnapshot> points) {
    return new GaugeSnapshot(new MetricMetadata(name, help), points.toList());
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return new GaugeDataPointSnapshot(value, labels, null);
  }
}
