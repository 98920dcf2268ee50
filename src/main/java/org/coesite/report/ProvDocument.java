package org.coesite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.evolution.Injected;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.search.AuditEntry;
import org.coesite.search.ContentHash;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;

/**
 * The provenance of a search as PROV-JSON: structures are entities, attempts at relaxations
 * activities, calculators and workers agents.
 *
 * <p>Source: PROV-DM, https://www.w3.org/TR/prov-dm/; PROV-JSON,
 * https://www.w3.org/submissions/prov-json/.
 */
public final class ProvDocument {

  private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
  private final Map<String, String> results = new LinkedHashMap<>();

  private ProvDocument() {}

  /**
   * Of all attempts of a search and the origins of its structures by their ids.
   *
   * @return what a JSON writer makes the document of
   */
  public static Map<String, Object> of(
      String search, List<AuditEntry> entries, Map<String, Origin> origins) {
    ProvDocument document = new ProvDocument();
    entries.forEach(entry -> document.add(entry.record()));
    entries.forEach(entry -> document.derive(entry.record(), origins));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "prefix",
        Map.of("coesite", "https://w3id.org/coesite#", "search", "urn:coesite:" + search + ":"));
    json.putAll(document.parts);
    return json;
  }

  private void add(RelaxationRecord record) {
    String name =
        "%s.%s.%d".formatted(record.structure(), record.purpose().key(), record.attempt());
    String activity = "search:relaxation." + name;
    String start = "search:start." + name;
    String calculator = "search:" + record.calculator() + "-" + record.version().replace(' ', '-');
    String worker = "search:" + record.worker().host() + "." + record.worker().name();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("prov:startTime", record.started().toString());
    facts.put("prov:endTime", record.ended().toString());
    facts.put("coesite:purpose", record.purpose().key());
    record.failure().ifPresent(reason -> facts.put("coesite:failure", reason.name()));
    put("activity", activity, facts);
    put("agent", calculator, Map.of("prov:type", "prov:SoftwareAgent"));
    put("agent", worker, Map.of("prov:type", "prov:SoftwareAgent"));
    put("entity", start, Map.of("coesite:sha256", ContentHash.of(record.start())));
    relate("used", Map.of("prov:activity", activity, "prov:entity", start));
    relate("wasAssociatedWith", Map.of("prov:activity", activity, "prov:agent", calculator));
    relate("wasAssociatedWith", Map.of("prov:activity", activity, "prov:agent", worker));
    if (record.outcome() instanceof Converged converged) {
      String result = "search:result." + name;
      put(
          "entity",
          result,
          Map.of(
              "coesite:sha256", ContentHash.of(converged),
              "coesite:energy_eV", converged.energy(),
              "coesite:atoms", converged.structure().size()));
      relate("wasGeneratedBy", Map.of("prov:entity", result, "prov:activity", activity));
      results.putIfAbsent(record.structure(), result);
    }
  }

  /** From the relaxed parents, or, if it is refined, from what the screening made of it. */
  private void derive(RelaxationRecord record, Map<String, Origin> origins) {
    String start =
        "search:start.%s.%s.%d"
            .formatted(record.structure(), record.purpose().key(), record.attempt());
    List<String> sources = new ArrayList<>();
    switch (record.purpose()) {
      case SCREEN ->
          sources.addAll(
              origins.containsKey(record.structure())
                  ? origins.get(record.structure()).parents()
                  : List.of());
      case RESCREEN, REFINE, FINAL_ENERGY -> sources.add(record.structure());
    }
    if (record.purpose() == Purpose.SCREEN && origins.containsKey(record.structure())) {
      attribute(start, origins.get(record.structure()));
    }
    for (String source : sources) {
      if (results.containsKey(source)) {
        relate(
            "wasDerivedFrom",
            Map.of("prov:generatedEntity", start, "prov:usedEntity", results.get(source)));
      }
    }
  }

  /** A structure that a person gave is derived from the file, which is attributed to the person. */
  private void attribute(String start, Origin origin) {
    if (origin.operator() != OperatorName.INJECTED) {
      return;
    }
    String file = "search:injected." + origin.draws().get(Injected.NUMBER);
    String person =
        "search:person." + origin.draws().get(Injected.PERSON).replaceAll("[^\\w.-]", "-");
    put(
        "entity",
        file,
        Map.of(
            "prov:label", origin.draws().get(Injected.FILE),
            "coesite:sha256", origin.draws().get(Injected.SHA256)));
    put("agent", person, Map.of("prov:type", "prov:Person"));
    relate("wasAttributedTo", Map.of("prov:entity", file, "prov:agent", person));
    relate("wasDerivedFrom", Map.of("prov:generatedEntity", start, "prov:usedEntity", file));
  }

  private void put(String part, String name, Map<String, Object> facts) {
    parts.computeIfAbsent(part, p -> new LinkedHashMap<>()).putIfAbsent(name, facts);
  }

  private void relate(String relation, Map<String, Object> ends) {
    int number = parts.getOrDefault(relation, Map.of()).size() + 1;
    put(relation, "_:%s%d".formatted(relation, number), ends);
  }
}
