package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;

/**
 * Random cells of a given volume: a lower triangle with diagonal U(0,1) and off-diagonal (U − ½)
 * times the diagonal of its column, scaled to the volume.
 *
 * <p>So no vector leans by more than half of another, and every lattice has such a cell. After Van
 * den Bossche, Grönbeck & Hammer, J. Chem. Theory Comput. 14, 2797 (2018), doi
 * 10.1021/acs.jctc.8b00039.
 */
final class RandomCell {

  /** A flatter cell is no lattice; one in millions is. */
  private static final double FLATTEST = 1e-9;

  private RandomCell() {}

  /** A cell of this volume in Å³; whether it is a usable one is for the caller to see. */
  static Lattice draw(double volume, UniformRandomProvider random) {
    double a;
    double b;
    double c;
    do {
      a = 1 - random.nextDouble();
      b = 1 - random.nextDouble();
      c = 1 - random.nextDouble();
    } while (a * b * c <= FLATTEST);
    Lattice lattice =
        new Lattice(
            new Vector3(a, 0, 0),
            new Vector3((random.nextDouble() - 0.5) * a, b, 0),
            new Vector3((random.nextDouble() - 0.5) * a, (random.nextDouble() - 0.5) * b, c));
    return lattice.scaledTo(volume);
  }
}
