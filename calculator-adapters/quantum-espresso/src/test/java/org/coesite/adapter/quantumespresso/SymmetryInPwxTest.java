package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.coesite.calculator.Forecast;
import org.coesite.calculator.Forecasting.Outcome.Feasible;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * pw.x finds the symmetry that a structure has: it was handed over sharp and in the right place.
 */
class SymmetryInPwxTest {

  private final SymmetryFinder symmetry = SymmetryFinder.create();

  @ParameterizedTest
  @CsvSource({
    "alpha-quartz, 9",
    "beta-quartz, 9",
    "alpha-cristobalite, 12",
    "beta-cristobalite, 6",
    "beta-tridymite, 12",
    "stishovite, 6",
    "coesite, 24",
    "moganite, 18",
    "keatite, 36"
  })
  void all_operations_are_found(String name, int atoms, @TempDir Path folder) throws Exception {
    Structure structure = StructureFile.read(Path.of("examples/silica/references", name + ".cif"));
    QuantumEspressoCalculator calculator = new QuantumEspressoCalculator(System.getenv(), symmetry);
    Forecast forecast =
        ((Feasible)
                calculator.forecast(
                    structure,
                    Fluorite.settings("fast", "kSpacing", "5"),
                    Fluorite.workplace(folder)))
            .forecast();
    Structure primitive = new StartCell(symmetry).of(structure, StartCell.PRIMITIVE);
    assertThat(primitive.size()).isEqualTo(atoms);
    assertThat(forecast.symmetryOperations())
        .isEqualTo(symmetry.find(primitive, SymmetryFinder.USUAL_TOLERANCE).operations().size());
  }
}
