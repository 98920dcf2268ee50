package org.coesite.evolution;

import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;

/**
 * A guess at the volume per atom in Å³ of a crystal of which only the composition is known.
 *
 * <p>Oxides are filled by their oxygen: quartz takes 18.8 Å³ per oxygen atom, periclase 18.7,
 * rutile 15.6, spinel 16.5, strontium titanate 19.9; random structures start a little wider. Other
 * crystals are taken as spheres with the covalent radii at a packing of 0.6, between simple cubic
 * (0.52) and close packing (0.74).
 */
final class StartVolume {

  private static final double PER_OXYGEN = 20.5;

  /** Of searches that do not say by what they guessed. */
  private static final double PER_OXYGEN_ONCE = 21;

  private static final double PACKING = 0.6;

  private StartVolume() {}

  /** The volume that is set, or the guess, Å³ per atom. */
  static double of(EvolutionSettings settings) {
    return settings.startVolumePerAtom().orElse(settings.guessedVolumePerAtom());
  }

  static double guess(Composition composition) {
    return guess(composition, PER_OXYGEN);
  }

  /** What the guess was before it was kept with the settings. */
  static double guessOnce(Composition composition) {
    return guess(composition, PER_OXYGEN_ONCE);
  }

  private static double guess(Composition composition, double perOxygen) {
    double spheres = 0;
    for (Element element : composition.counts().keySet()) {
      double radius = element.covalentRadius();
      spheres += composition.count(element) * 4.0 / 3.0 * Math.PI * radius * radius * radius;
    }
    int oxygen = composition.count(Element.O);
    boolean oxide = oxygen > 0 && oxygen < composition.atoms();
    return (oxide ? perOxygen * oxygen : spheres / PACKING) / composition.atoms();
  }
}
