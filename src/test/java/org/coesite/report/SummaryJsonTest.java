package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.coesite.search.AuditTrail;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.search.SearchSummary.Relaxations;
import org.coesite.search.SearchSummary.Timing;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {

  private static final SearchSummary SUMMARY =
      SyntheticSearch.summary(
          List.of(
              SyntheticSearch.best(
                  "g002s11",
                  -128.7044,
                  154,
                  "P3_221",
                  new ReferenceDistance("alpha-quartz", 0.001))));

  @Test
  void the_keys_are_those_of_the_contract_in_its_order() throws JsonProcessingException {
    JsonNode json = json(SUMMARY);
    assertThat(keys(json))
        .containsExactly(
            "search",
            "seed",
            "state",
            "stop",
            "settings",
            "generations",
            "relaxations",
            "populationHash",
            "record",
            "best",
            "rescreened",
            "refined",
            "notRefined",
            "exploration",
            "timing");
    assertThat(keys(json.path("exploration"))).containsExactly("unseen", "yields");
    assertThat(keys(json.at("/exploration/yields/0")))
        .containsExactly("operator", "formulaUnits", "relaxations", "minima", "lowest");
    assertThat(keys(json.path("settings")))
        .containsExactly("composition", "screening", "refinement", "amendments", "source");
    assertThat(keys(json.at("/settings/screening")))
        .containsExactly("calculator", "version", "stages", "pressure", "options");
    assertThat(keys(json.path("relaxations")))
        .containsExactly("total", "converged", "notConverged", "failed", "discarded", "duplicates");
    assertThat(keys(json.path("timing")))
        .containsExactly("wallSeconds", "calculatorCpuSeconds", "engineShare");
    JsonNode best = json.path("best").path(0);
    assertThat(keys(best))
        .containsExactly(
            "structure",
            "energyPerAtom",
            "energyPerFormula",
            "spaceGroup",
            "lattice",
            "volumePerAtom",
            "formulaUnits",
            "operator",
            "generation",
            "hits",
            "firstRelaxation",
            "references");
    assertThat(keys(best.path("spaceGroup"))).containsExactly("number", "symbol");
    assertThat(keys(best.path("lattice"))).containsExactly("a", "b", "c", "alpha", "beta", "gamma");
    assertThat(keys(best.path("references").path(0))).containsExactly("name", "cosineDistance");
  }

  @Test
  void refined_structures_have_the_keys_of_the_contract() throws JsonProcessingException {
    JsonNode json =
        json(
            SyntheticSearch.summary(
                List.of(),
                List.of(SyntheticSearch.refined("g002s11", null, -326.5)),
                List.of(new NotRefined("g001s02", Standing.GIVEN_UP, "KILLED"))));
    assertThat(keys(json.at("/refined/0")))
        .containsExactly(
            "structure",
            "reference",
            "calculator",
            "version",
            "protocol",
            "energyPerAtom",
            "energyPerAtomRydberg",
            "energyPerFormula",
            "spaceGroup",
            "lattice",
            "volumePerAtom",
            "pressure",
            "moved",
            "rounds",
            "references");
    assertThat(json.at("/refined/0/reference").isNull()).isTrue();
    assertThat(json.at("/settings/refinement/options/pseudopotential.Si.sha256").asText())
        .isEqualTo("cafe");
    assertThat(keys(json.at("/notRefined/0"))).containsExactly("structure", "standing", "reason");
  }

  @Test
  void the_figures_are_not_rounded() throws JsonProcessingException {
    JsonNode best = json(SUMMARY).path("best").path(0);
    assertThat(best.path("energyPerAtom").asDouble()).isEqualTo(-128.7044 / 3);
    assertThat(best.path("spaceGroup").path("number").asInt()).isEqualTo(154);
    assertThat(json(SUMMARY).path("state").asText()).isEqualTo("FINISHED");
  }

  @Test
  void what_is_not_known_yet_is_null() throws JsonProcessingException {
    SearchSummary young =
        new SearchSummary(
            "silica",
            1,
            SearchState.RUNNING,
            null,
            SyntheticSearch.SCREENED,
            0,
            new Relaxations(0, 0, 0, 0, 0, 0),
            null,
            new AuditTrail.Head(0, "0".repeat(64)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SyntheticSearch.EXPLORATION,
            new Timing(0, 0, 0));
    JsonNode json = json(young);
    assertThat(json.get("stop").isNull()).isTrue();
    assertThat(json.get("populationHash").isNull()).isTrue();
    assertThat(json.get("best").isEmpty()).isTrue();
  }

  private static JsonNode json(SearchSummary summary) throws JsonProcessingException {
    return new ObjectMapper().readTree(SummaryJson.of(summary));
  }

  private static List<String> keys(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
