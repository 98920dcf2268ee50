package org.coesite.web.optimade;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Population;
import org.coesite.search.Screening;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchEntry;
import org.jspecify.annotations.Nullable;

/** The structures of all searches, put together again only where more was ranked since. */
final class StructureEntries {

  private record Found(Population population, List<StructureEntry> entries) {}

  private final SearchArchive archive;
  private final Map<String, SoftReference<Found>> kept = new ConcurrentHashMap<>();

  StructureEntries(SearchArchive archive) {
    this.archive = archive;
  }

  /** All of them, those of the oldest search first, of each search the lowest energy first. */
  List<StructureEntry> all() {
    List<StructureEntry> all = new ArrayList<>();
    for (SearchEntry search : archive.list()) {
      all.addAll(of(search.name()));
    }
    return all;
  }

  private List<StructureEntry> of(String search) {
    Population population = archive.population(search);
    @Nullable SoftReference<Found> reference = kept.get(search);
    @Nullable Found last = reference == null ? null : reference.get();
    if (last != null && last.population == population) {
      return last.entries;
    }
    List<StructureEntry> entries = entries(search, population);
    kept.put(search, new SoftReference<>(new Found(population, entries)));
    return entries;
  }

  private List<StructureEntry> entries(String search, Population population) {
    Map<String, Screening> screenings = archive.screenings(search);
    Map<String, Instant> lastMet = lastMet(population, screenings);
    return population.phases().stream()
        .map(
            phase ->
                new StructureEntry(
                    search,
                    phase,
                    screenings.get(phase.id()),
                    lastMet.get(phase.id()),
                    population.phases().get(0).energyPerAtom()))
        .toList();
  }

  /** To the second, as timestamps are written, so that they can be asked for as they are shown. */
  private static Map<String, Instant> lastMet(
      Population population, Map<String, Screening> screenings) {
    Map<String, Instant> lastMet = new HashMap<>();
    for (Individual individual : population.history()) {
      String id = individual.candidate().id();
      population
          .phaseOf(id)
          .ifPresent(
              phase ->
                  lastMet.merge(
                      phase.id(),
                      screenings.get(id).ended().truncatedTo(ChronoUnit.SECONDS),
                      (one, other) -> one.isAfter(other) ? one : other));
    }
    return lastMet;
  }
}
