package org.coesite.web.optimade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChemicalFormulaTest {

  @ParameterizedTest
  @CsvSource({
    "Si3O6, O2Si, A2B",
    "Mg2Al4O8, Al2MgO4, A4B2C",
    "SrTiO3, O3SrTi, A3BC",
    "C2H4, CH2, A2B",
    "Si8, Si, A"
  })
  void one_formula_unit_is_written_alphabetically_and_without_elements(
      String cell, String reduced, String anonymous) {
    Composition composition = Composition.parse(cell);

    assertThat(ChemicalFormula.reduced(composition)).isEqualTo(reduced);
    assertThat(ChemicalFormula.anonymous(composition)).isEqualTo(anonymous);
  }

  @Test
  void letters_go_on_after_z() {
    List<Element> many = IntStream.rangeClosed(1, 28).mapToObj(Element::ofAtomicNumber).toList();

    assertThat(ChemicalFormula.anonymous(Composition.of(many)))
        .isEqualTo(
            IntStream.rangeClosed('A', 'Z')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining())
                + "AaBa");
  }
}
