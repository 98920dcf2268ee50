package org.coesite.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.fuzz.BadFile;
import org.coesite.fuzz.Fuzz;
import org.coesite.fuzz.Reading;
import org.coesite.fuzz.Seed;

/** A search.yaml with anything in it. */
class SearchSettingsFuzzTest {

  private static final Path FOLDER = Path.of("target", "fuzz", "settings");
  private static final Path FILE = FOLDER.resolve("search.yaml");

  private static final Reading READING =
      Reading.refusedWith(SettingsException.class, FILE + "(:\\d+)?: .");

  private static final SearchSettingsReader READER =
      new SearchSettingsReader(
          PotentialLibrary.standard(), Set.of("embedded", "gulp", "quantum-espresso"));

  private static final List<Seed> SEEDS =
      Stream.concat(
              Seed.below("examples", ".yaml").stream(), Stream.of(new Seed("all keys", allKeys())))
          .toList();

  private static String allKeys() {
    return """
        name: everything
        seed: 5
        composition: Si3O6
        screen: embedded
        potential: sio2-slc
        stages: [sio2-bks-rep, sio2-slc]
        pressure: 2.5
        relaxation: {maxForce: 1e-3, maxStress: 0.01, maxSteps: 300, maxTime: 5 min, escapeSaddles: no}
        start:
          volumePerAtom: 12
          minimumDistances: {Si-O: 1.3, "O-O": 2}
          symmetricShare: 0.5
          lengths: [2, 20]
          angles: [50, 130]
        refine: quantum-espresso
        refinement:
          protocol: moderate
          window: 0.2
          candidates: 5
          references: true
          approve: false
          maxSteps: 30
          maxTime: 2 h
          guard: 24 h
          options: {cutoff: 40, smearing: none}
        run:
          quantum-espresso:
            execution: slurm
            processes: 4
            pools: 2
            slurm: {partition: long}
        relaxed: {lengths: [2, 30], angles: [30, 150], volumePerAtom: [4, 40]}
        generation:
          size: 10
          carriedOver: 2
          mutants: 0.5
          operators: {cutAndSplice: 5, softMutation: 1, strain: 1, permutation: 0}
        duplicates: {energy: 0.01, distance: 0.02}
        stop: {repeats: 8, withoutNewMinimum: 5, generations: 20, relaxations: 500, wallTime: 12 h}
        references: [references]
        """;
  }

  @Fuzz(sample = 300)
  void any_settings_are_read_or_refused(@ForAll("badSettings") BadFile file) throws IOException {
    Path references = Files.createDirectories(FOLDER.resolve("references"));
    Files.write(references.resolve("quartz.xyz"), QUARTZ.getBytes());
    Files.write(FILE, file.bytes());
    READING.endsWell(file, bad -> READER.read(FILE));
  }

  @Provide
  Arbitrary<BadFile> badSettings() {
    return BadFile.of(SEEDS);
  }

  private static final String QUARTZ =
      "1\nLattice=\"3 0 0 0 3 0 0 0 3\" Properties=species:S:1:pos:R:3\nSi 0 0 0\n";
}
