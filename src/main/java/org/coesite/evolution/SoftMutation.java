package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Displaces all atoms along the softest vibration not yet used for this parent.
 *
 * <p>Lyakhov, Oganov & Valle, Comput. Phys. Commun. 181, 1623 (2010), doi
 * 10.1016/j.cpc.2010.06.007. The amplitude grows in steps of 0.1 Å, forward or, where atoms come
 * too close, backward, until the largest displacement would pass 2 Å; it has to reach 0.5 Å.
 * Nothing is drawn at random.
 */
final class SoftMutation implements Operator {

  /** Key of the number of the mode among the draws. */
  static final String MODE = "mode";

  private static final double STEP = 0.1;
  private static final double SMALLEST = 0.5;
  private static final double LARGEST = 2.0;

  private final MinimumDistances distances;

  SoftMutation(MinimumDistances distances) {
    this.distances = distances;
  }

  @Override
  public OperatorName name() {
    return OperatorName.SOFT_MUTATION;
  }

  @Override
  public int parents() {
    return 1;
  }

  @Override
  public Offspring apply(Ancestry ancestry, UniformRandomProvider random) {
    Structure parent = ancestry.parents().get(0);
    List<double[]> modes = SoftModes.of(parent).modes();
    for (int number = 0; number < modes.size(); number++) {
      if (ancestry.softModesUsed().contains(number)) {
        continue;
      }
      Optional<Offspring.Made> made = along(parent, modes.get(number), number);
      if (made.isPresent()) {
        return made.get();
      }
    }
    return new Offspring.Refused(
        "softMutation: all %d modes are used or blocked (%d used)"
            .formatted(modes.size(), ancestry.softModesUsed().size()));
  }

  private Optional<Offspring.Made> along(Structure parent, double[] mode, int number) {
    double reach = reach(mode);
    double reached = 0;
    int direction = 1;
    boolean turned = false;
    for (double amplitude = STEP; amplitude * reach <= LARGEST; ) {
      if (distances.violation(displaced(parent, mode, direction * amplitude)).isEmpty()) {
        reached = direction * amplitude;
        amplitude += STEP;
        turned = false;
      } else if (turned) {
        break;
      } else {
        direction = -direction;
        turned = true;
      }
    }
    if (Math.abs(reached) * reach < SMALLEST) {
      return Optional.empty();
    }
    return Optional.of(
        new Offspring.Made(
            displaced(parent, mode, reached),
            new Draws()
                .put(MODE, number)
                .put("amplitude", reached)
                .put("largestDisplacement", Math.abs(reached) * reach)
                .values()));
  }

  /** Largest displacement of an atom for amplitude 1. */
  private static double reach(double[] mode) {
    double largest = 0;
    for (int i = 0; i < mode.length; i += 3) {
      largest = Math.max(largest, new Vector3(mode[i], mode[i + 1], mode[i + 2]).length());
    }
    return largest;
  }

  private static Structure displaced(Structure parent, double[] mode, double amplitude) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < parent.size(); i++) {
      Vector3 step = new Vector3(mode[3 * i], mode[3 * i + 1], mode[3 * i + 2]).times(amplitude);
      Site site = parent.sites().get(i);
      sites.add(
          new Site(site.element(), site.fractional().plus(parent.lattice().toFractional(step))));
    }
    return new Structure(parent.lattice(), sites);
  }
}
