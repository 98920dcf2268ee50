package org.coesite.search;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.evolution.Population;
import org.jspecify.annotations.Nullable;

/**
 * What searches have found so far, counted again only where more was ranked since; whoever asks
 * twice in between gets the same object.
 *
 * <p>A long search holds tens of thousands of structures, so the memory is given back where it gets
 * short.
 */
final class Populations {

  private final SearchStore store;
  private final Map<String, SoftReference<Population>> kept = new ConcurrentHashMap<>();

  Populations(SearchStore store) {
    this.store = store;
  }

  /** The population of a search that is there. */
  Population of(String search) {
    @Nullable Population last = last(search);
    return last != null && last.relaxations() == store.structures().ranked(search)
        ? last
        : counted(search);
  }

  private @Nullable Population last(String search) {
    @Nullable SoftReference<Population> reference = kept.get(search);
    return reference == null ? null : reference.get();
  }

  /** Those who ask at the same time wait for the first rather than count the same. */
  private synchronized Population counted(String search) {
    @Nullable Population last = last(search);
    if (last != null && last.relaxations() == store.structures().ranked(search)) {
      return last;
    }
    // An amendment changes neither what was ranked nor how it is counted.
    Population population =
        Population.of(
            store.searches().settings(search).evolution(), store.structures().history(search));
    kept.put(search, new SoftReference<>(population));
    return population;
  }
}
