package org.coesite.forcefield;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Fuzz;
import org.coesite.fuzz.Reading;
import org.coesite.fuzz.Seed;

/** Potentials with anything in them. */
class PotentialFuzzTest {

  private static final String FILE = "bad file";

  private static final Reading READING =
      Reading.refusedWith(IllegalArgumentException.class, FILE + "( line \\d+)?: .");

  private static final List<Seed> SEEDS = Seed.below("src/main/resources/potentials", ".yaml");

  private final PotentialReader reader = new PotentialReader();

  @Fuzz(sample = 800)
  void any_potential_is_read_or_refused(@ForAll("badPotentials") BadFile file) {
    READING.endsWell(file, bad -> reader.read(bad.utf8(), FILE));
  }

  @Provide
  Arbitrary<BadFile> badPotentials() {
    return BadFile.of(SEEDS);
  }
}
