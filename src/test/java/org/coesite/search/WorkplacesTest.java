package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where relaxations take place, and what is found there afterwards. */
class WorkplacesTest {

  @TempDir Path folder;

  @Test
  void what_a_program_printed_is_found_where_its_attempt_is_made() throws IOException {
    Workplaces places = new Workplaces(folder, List.of(new LocalExecution()));
    RelaxationJob job =
        new RelaxationJob(
            "silica",
            1,
            "g001s01",
            Purpose.REFINE,
            new Structure(
                Lattice.fromParameters(3, 3, 3, 90, 90, 90),
                List.of(new Site(Element.ofSymbol("O"), Vector3.ZERO))),
            "quantum-espresso",
            RelaxationSettings.defaults(List.of("fast")),
            Placement.HERE);
    AttemptPlan plan = AttemptPlan.of(job, List.of());
    Workplace place =
        places.of(
            "silica",
            Workplaces.relaxation(job, plan),
            plan.calculator(),
            Placement.HERE,
            () -> false);
    Path round = Files.createDirectories(place.folder().resolve("round-1"));
    Files.writeString(round.resolve("pw.out"), "     iteration # 17     ecut=    35.00 Ry\n");
    Files.writeString(round.resolve("pw.out.err"), "");

    assertThat(places.printed(job, plan, Instant.EPOCH).output())
        .containsExactly("iteration # 17 ecut= 35.00 Ry");
    assertThat(places.printed(job, plan, Instant.MAX).output()).isEmpty();
  }
}
