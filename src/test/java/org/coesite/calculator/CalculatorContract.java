package org.coesite.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever uses a calculator may rely on; each calculator has a test that implements this. */
public interface CalculatorContract {

  /** The calculator, for which {@link #start} and {@link #settings} are good. */
  Calculator calculator();

  /** The calculator for a start that has collapsed. */
  default Calculator calculatorOfCollapsed() {
    return calculator();
  }

  /** A structure near a minimum. */
  Structure start();

  /** Settings in which {@link #start} converges. */
  RelaxationSettings settings();

  /** Symbol of an element that it lacks. */
  default String unknown() {
    return "U";
  }

  private static Workplace workplace(Path folder) {
    return new Workplace(folder, "contract", new LocalExecution(), Placement.HERE, () -> false);
  }

  private RelaxationSettings prepared(Path folder) {
    return calculator().prepared(start().composition(), settings(), Placement.HERE, folder);
  }

  @Test
  default void its_name_can_be_a_topic_and_its_version_is_known() {
    assertThat(calculator().name()).matches("[a-z][a-z0-9-]*");
    assertThat(calculator().version()).isNotBlank();
  }

  @Test
  default void settings_that_are_prepared_stay_as_they_are(@TempDir Path folder) {
    RelaxationSettings once = prepared(folder);
    assertThat(calculator().prepared(start().composition(), once, Placement.HERE, folder))
        .isEqualTo(once);
  }

  @Test
  default void an_unknown_potential_is_told_before_the_first_run(@TempDir Path folder) {
    RelaxationSettings unknown = RelaxationSettings.defaults(List.of("no-such-thing"));
    assertThatThrownBy(
            () -> calculator().prepared(start().composition(), unknown, Placement.HERE, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-thing");
  }

  @Test
  default void an_element_that_it_lacks_is_told_before_the_first_run(@TempDir Path folder) {
    Composition unknown = Composition.parse(unknown() + "O2");
    assertThatThrownBy(() -> calculator().prepared(unknown, settings(), Placement.HERE, folder))
        .isInstanceOf(UnfitSettingsException.class)
        .message()
        .containsPattern("\\b%s\\b".formatted(unknown()));
  }

  @Test
  default void a_relaxation_ends_at_rest_with_figures_that_agree(@TempDir Path folder) {
    Converged relaxed = relax(folder);

    assertThat(relaxed.structure().composition().reduced())
        .isEqualTo(start().composition().reduced());
    assertThat(relaxed.energy()).isFinite().isEqualTo(relaxed.enthalpy());
    assertThat(relaxed.maxForce()).isBetween(0.0, 0.03);
    assertThat(relaxed.pressure()).isCloseTo(0, within(0.1));
    assertThat(relaxed.steps()).isNotEmpty();
    IonicStep last = relaxed.steps().get(relaxed.steps().size() - 1);
    assertThat(last.energy()).isCloseTo(relaxed.enthalpy(), within(1e-4));
    assertThat(relaxed.steps())
        .extracting(IonicStep::number)
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(0);
  }

  @Test
  default void the_same_relaxation_elsewhere_gives_the_same(@TempDir Path one, @TempDir Path two) {
    Converged first = relax(one);
    Converged second = relax(two);
    assertThat(second.energy()).isEqualTo(first.energy());
    assertThat(second.structure()).isEqualTo(first.structure());
  }

  private Converged relax(Path folder) {
    Relaxation relaxation =
        calculator().relax(start(), prepared(folder), workplace(folder.resolve("run")));
    assertThat(relaxation).isInstanceOf(Converged.class);
    return (Converged) relaxation;
  }

  @Test
  default void a_cell_without_room_is_a_failure_and_no_exception(@TempDir Path folder) {
    Structure collapsed =
        new Structure(
            Lattice.fromParameters(0.5, 0.5, 0.5, 90, 90, 90),
            start().sites().stream()
                .map(site -> new Site(site.element(), new Vector3(0.1, 0.1, 0.1)))
                .toList());
    assertThat(
            calculatorOfCollapsed()
                .relax(collapsed, prepared(folder), workplace(folder.resolve("run"))))
        .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message()).isNotBlank());
  }
}
