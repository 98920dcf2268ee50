package org.coesite.calculator;

import java.nio.file.Path;
import java.util.List;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/** Relaxes structures: the one port behind which every program and potential stands. */
public interface Calculator {

  /** How much looser the bounds of a first, loose relaxation are. */
  double LOOSER = 10;

  /** Name as users write it, for example {@code embedded}. */
  String name();

  /** Version that ends up in the audit. */
  String version();

  /**
   * Checks all that can be checked before the first run, and completes the settings, so that a
   * search keeps what it was really told: values of a protocol, checksums of files.
   *
   * @param composition of the structures to come
   * @param placement where runs will take place, and on how much
   * @param folder below which runs will keep their files; need not exist yet
   * @throws UnfitSettingsException with one line for each problem
   */
  RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder);

  /**
   * Checks and completes the settings as far as no machine matters, for runs on another one.
   *
   * @throws UnfitSettingsException with one line for each problem
   */
  default RelaxationSettings stated(RelaxationSettings settings) {
    return settings;
  }

  /** How to relax first where the given settings failed: the same to looser bounds. */
  default RelaxationSettings loosened(RelaxationSettings tight) {
    return tight.loosened(LOOSER);
  }

  /**
   * Names of the files that show what outside programs were asked and what they answered, for the
   * audit; {@code *} stands for any part of a name. What they only work with does not belong here.
   */
  default List<String> rawFiles() {
    return List.of();
  }

  /**
   * Relaxes a structure; what can go wrong in a relaxation comes back as a value. With a bound of 0
   * steps an outside program only computes energy and forces, and {@link Relaxation.Converged} then
   * says that the energy is converged.
   *
   * @throws IllegalArgumentException if the settings are not for this calculator, for example an
   *     unknown potential or an element that it lacks
   */
  Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace);
}
