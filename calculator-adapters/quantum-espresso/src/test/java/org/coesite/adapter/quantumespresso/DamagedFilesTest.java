package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of pw.x's files once crashed or hung on, and what they must never follow. */
class DamagedFilesTest {

  @Test
  void numbers_that_are_none_count_as_not_printed() {
    assertThat(new PwOutput("99999999999 Sym. Ops.\n").symmetryOperations())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(new PwOutput("Estimated max dynamical RAM per process > 1.2.3 MB\n").memory())
        .isZero();
  }

  @Test
  void blank_lines_without_end_take_no_time() {
    String blanks = "\n".repeat(200_000);
    PwOutput output = new PwOutput(" Error in routine x (1):\n" + blanks + "8 Sym. Ops.");
    assertThat(output.error()).isEmpty();
    assertThat(output.symmetryOperations()).isEqualTo(8);
  }

  @Test
  void tags_of_a_pseudopotential_that_never_end_take_no_time() {
    refused(() -> UpfHeader.of("<PP_HEADER".repeat(100_000), Element.O))
        .hasMessageStartingWith("is cut short");
    String mesh = Upf.VERSION_2.text().replace("</PP_R>", "<PP_R>".repeat(200_000));
    refused(() -> UpfHeader.of(mesh, Element.O))
        .hasMessage("is damaged: its mesh has 0 points, its head says 100");
  }

  @Test
  void numbers_of_a_pseudopotential_that_are_none_are_refused() {
    refused(() -> UpfHeader.of(Upf.VERSION_2.text().replace("   6.0", "   six"), Element.O))
        .hasMessageStartingWith("is damaged: its valence is no number: 'six");
    refused(() -> UpfHeader.of(Upf.VERSION_1.text().replace("6.00000000000", "NaN"), Element.O))
        .hasMessage("is damaged: its valence is not finite: 'NaN'");
    refused(() -> UpfHeader.of(Upf.VERSION_2.text().replace("=\"100\" /", "=\"\" /"), Element.O))
        .hasMessage("is damaged: its mesh size is no number: ''");
  }

  @Test
  void elements_inside_each_other_without_end_are_refused() {
    refusedXml("<a>".repeat(101) + "</a>".repeat(101)).hasMessageContaining("100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'><!ENTITY d '&c;&c;'>]><a>&d;</a>",
      })
  void no_entity_and_no_outside_file_is_followed(String xml) {
    refusedXml(xml).hasMessageContaining("DOCTYPE");
  }

  @Test
  void a_position_that_is_no_number_is_refused() {
    String xml =
        """
        <a><input><control_variables><calculation>scf</calculation></control_variables></input>
        <step><atomic_structure><atomic_positions><atom name="Si">0 NaN 0</atom></atomic_positions>
        <cell><a1>9 0 0</a1><a2>0 9 0</a2><a3>0 0 9</a3></cell></atomic_structure></step></a>
        """;
    refusedXml(xml).hasMessage("'0 NaN 0' is no vector");
  }

  private static AbstractThrowableAssert<?, ?> refusedXml(String xml) {
    return refused(() -> PwXml.read(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable reading) {
    return assertThatThrownBy(reading).isExactlyInstanceOf(IllegalArgumentException.class);
  }
}
