package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws the space group that a random structure is tried with, any but P1.
 *
 * <p>Groups of high symmetry leave so little free that nearly every try with them succeeds, and
 * they would crowd out the others. So a crystal system is drawn first, each as likely but the
 * triclinic one, and kept for a number of groups.
 */
final class SpaceGroupDraw {

  private static final int[] FIRST = {2, 3, 16, 75, 143, 168, 195, 231};

  /** The only triclinic group leaves everything free, so that few tries with it succeed. */
  private static final double[] WEIGHT = {0.25, 1, 1, 1, 1, 1, 1};

  private static final int GROUPS_OF_A_SYSTEM = 25;

  private final boolean bySystem;
  private final UniformRandomProvider random;
  private int system;
  private int drawn;

  /**
   * Draws to come for one structure.
   *
   * @param bySystem whether the crystal system is drawn first; otherwise each group is as likely
   */
  SpaceGroupDraw(boolean bySystem, UniformRandomProvider random) {
    this.bySystem = bySystem;
    this.random = random;
  }

  /** Number of the next group. */
  int next() {
    if (!bySystem) {
      return 2 + random.nextInt(229);
    }
    if (drawn++ % GROUPS_OF_A_SYSTEM == 0) {
      system = Roulette.draw(WEIGHT, random);
    }
    return FIRST[system] + random.nextInt(FIRST[system + 1] - FIRST[system]);
  }
}
