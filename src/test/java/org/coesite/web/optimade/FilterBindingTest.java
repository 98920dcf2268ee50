package org.coesite.web.optimade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.evolution.Phase;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Verdict;
import org.coesite.search.Screening;
import org.coesite.symmetry.SpaceGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterBindingTest {

  private static final StructureEntry QUARTZ = quartz();

  private final FilterBinding binding = new FilterBinding(new Schema());

  private static StructureEntry quartz() {
    Structure structure =
        StructureFile.read(Path.of("examples/silica/references/alpha-quartz.cif"));
    Origin origin = new Origin(OperatorName.STRAIN, List.of("g001s03", "g000s01"), new TreeMap<>());
    RelaxedStructure relaxed =
        new RelaxedStructure(structure, -42.9, new SpaceGroup(154, "P3_221"));
    Individual best =
        new Individual(
            new Candidate(2, 8, origin, structure), Optional.of(relaxed), new Verdict.Kept());
    return new StructureEntry(
        "silica",
        new Phase(best, relaxed, 14, 13, 0, 4, 2, new TreeSet<>()),
        new Screening(
            "embedded",
            "1",
            new RelaxationSettings(
                List.of("sio2-bks-rep", "sio2-slc"), 0, 0.01, 0.1, 100, Duration.ofHours(1), true),
            Instant.parse("2026-03-01T08:00:00Z")),
        Instant.parse("2026-03-01T09:00:00Z"),
        -43.0);
  }

  private Truth truth(String filter) {
    return binding.bind(FilterParser.parse(filter)).of(QUARTZ);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id = \"silica:g002s08\"",
        "type = \"structures\"",
        "nelements = 2 AND 2 = nelements AND nelements > 1.5",
        "elements HAS \"Si\"",
        "elements HAS ALL \"Si\", \"O\"",
        "elements HAS ANY \"Si\", \"C\"",
        "elements HAS ONLY \"Si\", \"O\", \"C\"",
        "NOT elements HAS ONLY \"Si\"",
        "elements HAS ALL STARTS \"S\", ENDS \"O\"",
        "elements HAS != \"O\"",
        "elements LENGTH 2 AND elements LENGTH < 3",
        "elements:elements_ratios HAS \"O\":>0.6",
        "elements:elements_ratios HAS ALL \"O\":>0.66, \"O\":<0.67",
        "elements:elements_ratios HAS ONLY \"O\":>0.6, \"Si\":<0.4",
        "NOT elements:elements_ratios HAS \"Si\":>0.6",
        "elements_ratios:elements_ratios HAS >=0.3:<=0.4",
        "chemical_formula_reduced = \"O2Si\"",
        "chemical_formula_descriptive = \"SiO2\"",
        "chemical_formula_anonymous = \"A2B\"",
        "chemical_formula_descriptive STARTS WITH \"Si\"",
        "space_group_it_number = 154",
        "space_group_symbol_hermann_mauguin = \"P 32 2 1\"",
        "nperiodic_dimensions = 3 AND dimension_types HAS ONLY 1",
        "last_modified > \"2026-03-01T09:00:00+01:00\"",
        "last_modified = \"2026-03-01T09:00:00Z\"",
        "NOT structure_features HAS \"disorder\" AND structure_features LENGTH 0",
        "species.name HAS \"Si\"",
        "species.chemical_symbols HAS ONLY \"Si\", \"O\"",
        "species.concentration HAS ONLY 1",
        "_coesite_energy_per_atom < -42.8",
        "_coesite_energy_above_lowest > 0.09",
        "_coesite_energy_per_atom > _coesite_energy_per_formula",
        "_coesite_hits = 14 AND _coesite_operator = \"strain\"",
        "_coesite_parents HAS \"g001s03\"",
        "_coesite_potential = \"sio2-slc\" AND _coesite_calculator = \"embedded\"",
        "immutable_id IS UNKNOWN AND id IS KNOWN",
        "5 < 7",
        "NOT 5 > 7",
        "nelements = 3 OR nelements = 2"
      })
  void these_are_true_of_quartz(String filter) {
    assertThat(truth(filter)).isEqualTo(Truth.TRUE);
    assertThat(truth("NOT (" + filter + ")")).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "immutable_id = \"x\"",
        "immutable_id != \"x\"",
        "NOT immutable_id = \"x\"",
        "immutable_id = chemical_formula_hill",
        "assemblies LENGTH 0",
        "_exmpl_band_gap < 2",
        "NOT _exmpl_band_gap < 2",
        "_exmpl_list HAS \"x\"",
        "_exmpl_list.of.lists HAS ONLY 3",
        "_exmpl_truth",
        "nelements = 2 AND _exmpl_truth",
        "elements HAS _exmpl_name"
      })
  void what_hangs_on_something_unknown_neither_holds_nor_fails(String filter) {
    assertThat(truth(filter)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void something_unknown_does_not_spoil_what_is_clear_without_it() {
    assertThat(truth("nelements = 2 OR _exmpl_truth")).isEqualTo(Truth.TRUE);
    assertThat(truth("nelements = 3 AND _exmpl_truth")).isEqualTo(Truth.FALSE);
    assertThat(binding.foreign()).containsExactly("_exmpl_truth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crazyfield = 2|400|no property 'crazyfield'",
        "_coesite_colour = 2|400|no property '_coesite_colour'",
        "species.colour HAS 2|400|no property 'species.colour'",
        "nelements.x = 2|400|no property 'nelements.x'",
        "last_modified > \"yesterday\"|400|'yesterday' is no timestamp",
        "nelements = \"2\"|501|nelements (integer) = 2 (string)",
        "id = 2|501|id (string) = 2.0 (float)",
        "nelements CONTAINS \"2\"|501|nelements (integer) CONTAINS 2 (string)",
        "elements = \"Si\"|501|elements (list) = Si (string)",
        "elements HAS 3|501|an item of elements (string) = 3.0 (float)",
        "lattice_vectors HAS 3|501|an item of lattice_vectors (list) = 3.0 (float)",
        "id HAS \"x\"|501|id is a string; HAS and LENGTH are for lists",
        "nelements LENGTH 3|501|nelements is a integer; HAS and LENGTH are for lists",
        "elements LENGTH \"3\"|501|the length of elements (integer)",
        "nelements|501|nelements (integer) = true (boolean)",
        "\"a\" < \"b\"|501|two constants",
        "TRUE = FALSE|501|two constants",
        "1 = \"1\"|501|two constants",
        "references.id HAS \"x\"|501|'references.id' asks for relationships"
      })
  void what_cannot_be_asked_is_refused(String filter, int status, String complaint) {
    assertThatThrownBy(() -> truth(filter))
        .isInstanceOfSatisfying(
            RefusalException.class, refusal -> assertThat(refusal.status()).isEqualTo(status))
        .hasMessageContaining(complaint);
  }
}
