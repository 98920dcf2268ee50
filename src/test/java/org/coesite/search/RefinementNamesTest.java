package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class RefinementNamesTest {

  private static Reference named(String name) {
    return new Reference(
        name,
        new Structure(
            Lattice.fromParameters(3, 3, 3, 90, 90, 90),
            List.of(new Site(Element.ofSymbol("Si"), Vector3.ZERO))));
  }

  @Test
  void known_phases_whose_names_become_alike_as_names_of_files_get_numbers() {
    assertThat(
            Refinement.knownPhases(
                    List.of(named("α-quartz"), named("β-quartz"), named("a b"), named("a-b")))
                .keySet())
        .containsExactly("ref---quartz", "ref---quartz-2", "ref-a-b", "ref-a-b-2");
  }
}
