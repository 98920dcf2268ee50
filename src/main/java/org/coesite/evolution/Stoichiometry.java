package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;

/** Gives a child the composition of its parents. */
final class Stoichiometry {

  private Stoichiometry() {}

  /**
   * Sites of the wanted composition, in the order of its elements.
   *
   * @param kept sites to take; of surplus ones some are drawn
   * @param left sites to draw missing ones from; at least as many as are missing
   */
  static List<Site> repaired(
      Composition composition, List<Site> kept, List<Site> left, UniformRandomProvider random) {
    List<Site> repaired = new ArrayList<>();
    for (Map.Entry<Element, Integer> wanted : composition.counts().entrySet()) {
      List<Site> of = only(wanted.getKey(), kept);
      int missing = wanted.getValue() - of.size();
      if (missing > 0) {
        List<Site> spare = only(wanted.getKey(), left);
        ListSampler.shuffle(random, spare);
        of.addAll(spare.subList(0, missing));
      } else if (missing < 0) {
        ListSampler.shuffle(random, of);
        of = of.subList(0, wanted.getValue());
      }
      repaired.addAll(of);
    }
    return repaired;
  }

  private static List<Site> only(Element element, List<Site> sites) {
    return new ArrayList<>(sites.stream().filter(s -> s.element() == element).toList());
  }
}
