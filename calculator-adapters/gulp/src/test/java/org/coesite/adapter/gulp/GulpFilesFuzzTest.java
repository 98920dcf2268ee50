package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Fuzz;
import org.coesite.fuzz.Reading;
import org.coesite.fuzz.Seed;

/** Files of GULP with anything in them. */
class GulpFilesFuzzTest {

  private static final Reading READING = Reading.refusedWith(IllegalArgumentException.class, ".");

  private static final String FOLDER =
      "calculator-adapters/gulp/src/test/resources/gulp-recordings";

  private static final List<Seed> OUTPUTS = Seed.below(FOLDER, ".gout");
  private static final List<Seed> RESTARTS = Seed.below(FOLDER, ".res");

  private static final Recording QUARTZ = Recording.named("quartz_alpha__slc");

  private final Judge judge = new Judge(new Task(QUARTZ.asked(), QUARTZ.start(), 0, true));

  @Fuzz(sample = 500)
  void any_output_is_judged_or_refused(@ForAll("badOutputs") BadFile file) {
    READING.endsWell(
        file,
        bad -> {
          GulpOutput output = new GulpOutput(Listing.of(bad.text()));
          requireSound(judge.of(output, Optional.empty()));
        });
  }

  @Fuzz(sample = 500)
  void everything_in_any_output_is_read_or_refused(@ForAll("badOutputs") BadFile file) {
    READING.endsWell(
        file,
        bad -> {
          GulpOutput output = new GulpOutput(Listing.of(bad.text()));
          output.cycles();
          output.end();
          output.finalEnergy();
          output.latticeEnergy();
          output.finalGnorm();
          output.pressure();
          output.startParticles();
          output.configurations();
          EchoedPotential.read(output.text());
        });
  }

  @Provide
  Arbitrary<BadFile> badOutputs() {
    return BadFile.of(OUTPUTS);
  }

  @Fuzz(sample = 500)
  void any_restart_file_is_read_or_refused(@ForAll("badRestarts") BadFile file) {
    READING.endsWell(file, bad -> RestartFile.read(Listing.of(bad.text())));
  }

  @Provide
  Arbitrary<BadFile> badRestarts() {
    return BadFile.of(RESTARTS);
  }

  private static void requireSound(Verdict verdict) {
    if (verdict instanceof Verdict.Achieved achieved) {
      assertThat(achieved.enthalpy()).isFinite();
      assertThat(achieved.end().particles())
          .allSatisfy(particle -> assertThat(particle.fractional().length()).isFinite());
    }
  }
}
