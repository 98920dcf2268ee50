package org.coesite.adapter.quantumespresso;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;

/**
 * The pseudopotentials of all elements.
 *
 * @param byElement as far as they could be read
 * @param problems what is wrong with them, a line each
 */
record PseudopotentialSet(SortedMap<Element, Pseudopotential> byElement, List<String> problems) {

  /** Reads those of a composition and compares them with the checksums, where there are any. */
  static PseudopotentialSet read(PwSettings settings, Composition composition) {
    SortedMap<Element, Pseudopotential> found = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Element element : composition.counts().keySet()) {
      String key = OptionRules.PSEUDOPOTENTIAL + element;
      try {
        Pseudopotential one = PseudopotentialFiles.read(element, source(settings, element));
        String expected = settings.text(key + OptionRules.CHECKSUM);
        if (!expected.isEmpty() && !expected.equals(one.sha256())) {
          problems.add(
              "%s: %s was changed: its SHA-256 is %s, not %s"
                  .formatted(key, one.source(), one.sha256(), expected));
        }
        found.put(element, one);
      } catch (IllegalArgumentException e) {
        String place = settings.text(key);
        problems.add(key + ": " + (place.isEmpty() ? "" : place + " ") + e.getMessage());
      }
    }
    if (settings.functional().isEmpty()) {
      mixed(found).ifPresent(problems::add);
    }
    return new PseudopotentialSet(found, problems);
  }

  private static String source(PwSettings settings, Element element) {
    String named = settings.text(OptionRules.PSEUDOPOTENTIAL + element);
    if (!named.isEmpty()) {
      return named;
    }
    String folder = settings.text("pseudopotentialFolder");
    if (folder.isEmpty()) {
      throw new IllegalArgumentException(
          "is missing: the protocol has none for %s; name a file here, or a folder as pseudopotentialFolder"
              .formatted(element));
    }
    return PseudopotentialFiles.inFolder(Path.of(folder), element);
  }

  private static Optional<String> mixed(SortedMap<Element, Pseudopotential> found) {
    Set<String> functionals = new TreeSet<>();
    List<String> each = new ArrayList<>();
    found.forEach(
        (element, one) -> {
          functionals.add(one.header().functional());
          each.add(element + " " + one.header().functional());
        });
    return functionals.size() < 2
        ? Optional.empty()
        : Optional.of(
            "pseudopotentials of different functionals: %s; take one, or name a functional"
                .formatted(String.join(", ", each)));
  }

  /** Electrons that pw.x will compute. */
  double electrons(Composition composition) {
    return byElement.values().stream()
        .mapToDouble(one -> one.header().valence() * composition.count(one.element()))
        .sum();
  }
}
