package org.coesite.forcefield;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.coesite.crystal.Element;
import org.jspecify.annotations.Nullable;

/** What stands in the YAML file of a potential, key by key; units as in {@link Potential}. */
record PotentialFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String description,
    @JsonProperty(required = true) String citation,
    @JsonProperty(required = true) Map<String, IonEntry> ions,
    @Nullable List<BuckinghamEntry> buckingham,
    @Nullable List<LennardJonesEntry> lennardJones,
    @Nullable List<ThreeBodyEntry> threeBody,
    @JsonProperty(required = true) String dispersion,
    @Nullable List<String> firstStages) {

  record IonEntry(
      @JsonProperty(required = true) double core, @Nullable Double shell, @Nullable Double spring) {

    Ion ion() {
      Limits.finite("core", core);
      if (shell == null && spring == null) {
        return new Ion(core, Optional.empty());
      }
      if (shell == null || spring == null) {
        throw new IllegalArgumentException("shell and spring belong together");
      }
      Limits.finite("shell", shell);
      Limits.positive("spring", spring);
      return new Ion(core, Optional.of(new Ion.Shell(shell, spring)));
    }
  }

  record BuckinghamEntry(
      @JsonProperty(required = true) List<String> between,
      @JsonProperty(required = true) double a,
      @JsonProperty(required = true) double rho,
      @JsonProperty(required = true) double c,
      @JsonProperty(required = true) double cutoff) {

    Buckingham term() {
      List<ParticleType> types = pair("between", between);
      return new Buckingham(types.get(0), types.get(1), a, rho, c, cutoff);
    }
  }

  record LennardJonesEntry(
      @JsonProperty(required = true) List<String> between,
      @JsonProperty(required = true) int m,
      @JsonProperty(required = true) int n,
      @JsonProperty(required = true) double a,
      @JsonProperty(required = true) double b,
      @JsonProperty(required = true) double cutoff) {

    LennardJones term() {
      List<ParticleType> types = pair("between", between);
      return new LennardJones(types.get(0), types.get(1), m, n, a, b, cutoff);
    }
  }

  record ThreeBodyEntry(
      @JsonProperty(required = true) String centre,
      @JsonProperty(required = true) List<String> ends,
      @JsonProperty(required = true) double k,
      @JsonProperty(required = true) double angle,
      @JsonProperty(required = true) List<Double> reach,
      @JsonProperty(required = true) double span) {

    ThreeBody term() {
      List<ParticleType> types = pair("ends", ends);
      present("centre", centre);
      present("reach", reach);
      if (reach.size() != 2) {
        throw new IllegalArgumentException("reach has " + reach.size() + " numbers, not 2");
      }
      reach.forEach(one -> present("reach", one));
      return new ThreeBody(
          ParticleType.parse(centre),
          types.get(0),
          types.get(1),
          k,
          angle,
          reach.get(0),
          reach.get(1),
          span);
    }
  }

  /** YAML may say null where something has to stand. */
  private static <T> T present(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(key + ": has no value");
    }
    return value;
  }

  private static List<ParticleType> pair(String key, List<String> names) {
    if (present(key, names).size() != 2) {
      throw new IllegalArgumentException(key + " has " + names.size() + " particles, not 2");
    }
    names.forEach(name -> present(key, name));
    return names.stream().map(ParticleType::parse).toList();
  }

  /**
   * The potential that it describes.
   *
   * @throws IllegalArgumentException naming the key whose value makes no sense
   */
  Potential potential() {
    present("name", name);
    present("description", description);
    present("citation", citation);
    present("dispersion", dispersion);
    present("ions", ions).forEach((symbol, entry) -> present("ions." + symbol, entry));
    SortedMap<Element, Ion> byElement = new TreeMap<>();
    ions.forEach(
        (symbol, entry) ->
            inside("ions." + symbol, () -> byElement.put(Element.ofSymbol(symbol), entry.ion())));
    List<PairTerm> pairTerms = new ArrayList<>();
    forEach("buckingham", buckingham, entry -> pairTerms.add(entry.term()));
    forEach("lennardJones", lennardJones, entry -> pairTerms.add(entry.term()));
    List<ThreeBody> angles = new ArrayList<>();
    forEach("threeBody", threeBody, entry -> angles.add(entry.term()));
    DispersionSum sum =
        switch (dispersion) {
          case "truncated" -> DispersionSum.TRUNCATED;
          case "ewald" -> DispersionSum.EWALD;
          default ->
              throw new IllegalArgumentException(
                  "dispersion: '%s' is neither 'truncated' nor 'ewald'".formatted(dispersion));
        };
    List<String> stages = firstStages == null ? List.of() : firstStages;
    stages.forEach(stage -> present("firstStages", stage));
    return new Potential(name, description, citation, byElement, pairTerms, angles, sum, stages);
  }

  private static <T> void forEach(String key, @Nullable List<T> entries, Consumer<T> action) {
    if (entries != null) {
      for (int i = 0; i < entries.size(); i++) {
        String place = String.format(Locale.ROOT, "%s[%d]", key, i);
        T entry = present(place, entries.get(i));
        inside(place, () -> action.accept(entry));
      }
    }
  }

  private static void inside(String key, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }
}
