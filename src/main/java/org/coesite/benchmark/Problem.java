package org.coesite.benchmark;

import java.util.List;
import java.util.Map;
import org.coesite.search.SearchSettings;

/**
 * A search whose answer is known.
 *
 * @param name its name, such as {@code titania-48}
 * @param about what it is, in a line
 * @param settings the search
 * @param budget structures that a search may relax
 * @param target the answer
 * @param phases further known phases by name, to be counted
 * @param peers what other programs need
 */
public record Problem(
    String name,
    String about,
    SearchSettings settings,
    int budget,
    Target target,
    Map<String, Target> phases,
    List<Peer> peers) {

  /** Keeps its own copies. */
  public Problem {
    phases = Map.copyOf(phases);
    peers = List.copyOf(peers);
  }
}
