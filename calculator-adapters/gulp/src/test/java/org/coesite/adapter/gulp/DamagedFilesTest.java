package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers of GULP's files once ended with another exception on. */
class DamagedFilesTest {

  private static final String CELL = "cell\n 5 5 5 90 90 90\n";

  @Test
  void a_cycle_with_a_number_out_of_range_is_refused() {
    refused(() -> output("Cycle: 99999999999 Energy: 1 Gnorm: 1 CPU: 1").cycles())
        .hasMessage("'99999999999' is no whole number");
    refused(() -> output("Cycle: 1 Energy: - Gnorm: 1 CPU: 1").cycles())
        .hasMessage("'-' is no number");
  }

  @Test
  void an_energy_that_is_missing_is_refused() {
    refused(() -> output("Total lattice energy eV").latticeEnergy())
        .hasMessage("'Total' is no number");
    refused(() -> output("Final energy =").finalEnergy()).hasMessage("'' is no number");
  }

  @Test
  void a_count_that_is_none_is_refused() {
    refused(() -> output("Total number of configurations input = x").configurations())
        .hasMessage("'x' is no whole number");
  }

  @Test
  void a_species_without_its_charge_is_refused() {
    String text =
        "Species output for all configurations\n-----\nx\n-----\nSi\n\nOutput for configuration";
    refused(() -> EchoedPotential.read(Listing.of(text)))
        .hasMessage("'Si' is no species with its charge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Si core / 0 0      | '' is no number",
        "Si core 1/ 0 0     | '' is no number",
        "Si core 1/0 0 0    | '1/0' is not finite",
        "Si core 1.2.3 0 0  | '1.2.3' is no number",
      },
      quoteCharacter = '"')
  void a_restart_file_with_a_coordinate_that_is_none_is_refused(String line, String fault) {
    refused(() -> RestartFile.read(Listing.of(CELL + line))).hasMessage("restart file: " + fault);
  }

  @Test
  void a_restart_file_with_an_energy_that_is_missing_is_refused() {
    refused(() -> RestartFile.read(Listing.of(CELL + "Si core 0 0 0\ntotalenergy")))
        .hasMessage("restart file: '' is no number");
  }

  private static GulpOutput output(String text) {
    return new GulpOutput(Listing.of(text));
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable reading) {
    return assertThatThrownBy(reading).isExactlyInstanceOf(IllegalArgumentException.class);
  }
}
