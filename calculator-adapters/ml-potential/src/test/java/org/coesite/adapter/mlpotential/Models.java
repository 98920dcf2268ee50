package org.coesite.adapter.mlpotential;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Models and a structure for the tests of this package. */
final class Models {

  /** The small MACE that imitates a rigid-ion potential, see its recipe. */
  static final Path MACE =
      Path.of("calculator-adapters/ml-potential/recipe/mace-silica.model").toAbsolutePath();

  private Models() {}

  static MlPotentialCalculator calculator(String name) {
    return MlPotentialCalculator.all(System.getenv()).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static RelaxationSettings settings(List<String> stages, SortedMap<String, String> options) {
    return new RelaxationSettings(stages, 0, 0.02, 0.1, 500, Duration.ofMinutes(5), false, options);
  }

  /** Stishovite, off its minimum. */
  static Structure stishovite() {
    Element silicon = Element.ofSymbol("Si");
    Element oxygen = Element.ofSymbol("O");
    return new Structure(
        Lattice.fromParameters(4.25, 4.2, 2.7, 90, 90, 90),
        List.of(
            new Site(silicon, new Vector3(0, 0, 0)),
            new Site(silicon, new Vector3(0.5, 0.5, 0.5)),
            new Site(oxygen, new Vector3(0.305, 0.305, 0)),
            new Site(oxygen, new Vector3(0.695, 0.695, 0)),
            new Site(oxygen, new Vector3(0.805, 0.195, 0.5)),
            new Site(oxygen, new Vector3(0.195, 0.805, 0.51))));
  }
}
