package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.coesite.crystal.Element;
import org.coesite.crystal.Structure;
import org.coesite.execution.Ending;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Fuzz;
import org.coesite.fuzz.Reading;
import org.coesite.fuzz.Seed;

/** Files of pw.x with anything in them. */
class PwFilesFuzzTest {

  private static final Reading READING = Reading.refusedWith(IllegalArgumentException.class, ".");

  private static final String FOLDER = "calculator-adapters/quantum-espresso/src/test/resources";

  private static final List<Seed> OUTPUTS = Seed.below(FOLDER, ".out");
  private static final List<Seed> XML = Seed.below(FOLDER, ".xml.gz");

  private static final RecordedRun RUN = RecordedRun.first("vcrelax-stishovite");
  private static final Asked ASKED = RUN.asked();
  private static final Traces TRACES = RUN.traces();

  @Fuzz(sample = 200)
  void any_output_is_judged(@ForAll("badOutputs") BadFile file) {
    READING.endsWell(
        file,
        bad -> {
          PwOutput output = new PwOutput(bad.text());
          Traces traces =
              new Traces(new Ending.Exited(0), output, bad.text(), TRACES.xml(), List.of());
          Judge.on(ASKED, traces);
          assertThat(output.memory()).isNotNegative();
          assertThat(output.symmetryOperations()).isPositive();
          assertThat(output.kPoints().orElse(1)).isNotNegative();
          output.version();
          output.error();
          output.bands();
          output.atoms();
          output.volume();
          output.pressures();
        });
  }

  @Provide
  Arbitrary<BadFile> badOutputs() {
    return BadFile.of(OUTPUTS);
  }

  @Fuzz(sample = 200)
  void any_xml_file_is_read_or_refused(@ForAll("badXml") BadFile file) {
    READING.endsWell(
        file,
        bad -> {
          PwXml xml = PwXml.read(bad.bytes());
          xml.output().ifPresent(point -> requireSound(point.structure()));
          xml.steps().forEach(point -> requireSound(point.structure()));
        });
  }

  @Fuzz(sample = 200)
  void a_run_with_any_xml_file_is_judged(@ForAll("badXml") BadFile file) {
    READING.endsWell(
        file,
        bad ->
            Judge.on(
                ASKED,
                new Traces(
                    TRACES.ending(), TRACES.output(), "", Optional.of(bad.bytes()), List.of())));
  }

  @Provide
  Arbitrary<BadFile> badXml() {
    return BadFile.of(XML);
  }

  @Fuzz(sample = 200)
  void any_pseudopotential_is_read_or_refused(@ForAll("badSets") BadFile file) {
    READING.endsWell(
        file, bad -> assertThat(UpfHeader.of(bad.text(), Element.O).valence()).isFinite());
  }

  @Provide
  Arbitrary<BadFile> badSets() {
    return BadFile.of(List.of(Upf.VERSION_2, Upf.VERSION_1));
  }

  private static void requireSound(Structure structure) {
    assertThat(structure.sites())
        .allSatisfy(site -> assertThat(site.fractional().length()).isFinite());
  }
}
