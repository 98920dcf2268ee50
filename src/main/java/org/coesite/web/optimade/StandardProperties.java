package org.coesite.web.optimade;

import static org.coesite.web.optimade.ValueType.FLOAT;
import static org.coesite.web.optimade.ValueType.INTEGER;
import static org.coesite.web.optimade.ValueType.STRING;
import static org.coesite.web.optimade.ValueType.TIMESTAMP;
import static org.coesite.web.optimade.ValueType.floatIn;
import static org.coesite.web.optimade.ValueType.listOf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Properties that the OPTIMADE specification 1.2 defines, with their values here. */
final class StandardProperties {

  static final String TYPE = "structures";

  private static final ValueType VECTORS = listOf(listOf(floatIn("angstrom")));

  private static final ValueType SPECIES =
      ValueType.dictionaryOf(
          Map.of(
              "name", STRING, "chemical_symbols", listOf(STRING), "concentration", listOf(FLOAT)));

  private StandardProperties() {}

  static List<Property> all() {
    return List.of(
        new Property(
            "id",
            "Id",
            "Name of the search, a colon, and the id of the structure in it. While the search"
                + " runs, a lower relaxation of the same structure takes its place under another"
                + " id.",
            STRING,
            StructureEntry::id),
        new Property("type", "Type", "The kind of entry: structures.", STRING, entry -> TYPE),
        new Property(
            "last_modified",
            "Last modified",
            "When the search met this structure last.",
            TIMESTAMP,
            StructureEntry::lastModified),
        new Property(
            "elements",
            "Elements",
            "Symbols of the elements in the structure, alphabetically.",
            listOf(STRING),
            entry -> List.copyOf(ChemicalFormula.alphabetical(composition(entry)).keySet())),
        new Property(
            "nelements",
            "Number of elements",
            "How many elements are in the structure.",
            INTEGER,
            entry -> composition(entry).counts().size()),
        new Property(
            "elements_ratios",
            "Shares of the elements",
            "Which share of the atoms each element has, in the order of `elements`.",
            listOf(FLOAT),
            entry -> ratios(composition(entry))),
        new Property(
            "chemical_formula_descriptive",
            "Formula",
            "One formula unit, the more electropositive elements first.",
            STRING,
            entry -> composition(entry).reduced().formula()),
        new Property(
            "chemical_formula_reduced",
            "Reduced formula",
            "One formula unit, elements in alphabetical order.",
            STRING,
            entry -> ChemicalFormula.reduced(composition(entry))),
        new Property(
            "chemical_formula_anonymous",
            "Anonymous formula",
            "One formula unit, with A, B, C… for the elements, the most frequent first.",
            STRING,
            entry -> ChemicalFormula.anonymous(composition(entry))),
        new Property(
            "dimension_types",
            "Periodic directions",
            "1 for each lattice vector: all structures here are crystals.",
            listOf(INTEGER),
            entry -> List.of(1, 1, 1)),
        new Property(
            "nperiodic_dimensions",
            "Number of periodic directions",
            "3: all structures here are crystals.",
            INTEGER,
            entry -> 3),
        new Property(
            "lattice_vectors",
            "Lattice vectors",
            "The three vectors of the reduced cell that was relaxed, Cartesian, in Å. It need be"
                + " neither primitive nor the standardised one.",
            VECTORS,
            entry -> rows(entry.structure())),
        new Property(
            "space_group_it_number",
            "Number of the space group",
            "Space group, 1 to 230, as found with the usual tolerance of Coesite.",
            INTEGER,
            entry -> entry.phase().relaxed().spaceGroup().number()),
        new Property(
            "space_group_symbol_hermann_mauguin",
            "Symbol of the space group",
            "Short Hermann–Mauguin symbol in the standard setting.",
            STRING,
            entry -> HermannMauguin.spaced(entry.phase().relaxed().spaceGroup())),
        new Property(
            "cartesian_site_positions",
            "Positions",
            "Cartesian position of each atom of the cell, in Å.",
            VECTORS,
            entry -> positions(entry.structure())),
        new Property(
            "nsites",
            "Number of atoms",
            "How many atoms are in the cell.",
            INTEGER,
            entry -> entry.structure().size()),
        new Property(
            "species",
            "Species",
            "What the names in `species_at_sites` stand for: each is one element.",
            listOf(SPECIES),
            entry -> species(composition(entry))),
        new Property(
            "species_at_sites",
            "Species of the atoms",
            "Symbol of the element of each atom, in the order of `cartesian_site_positions`.",
            listOf(STRING),
            entry -> atoms(entry.structure())),
        new Property(
            "structure_features",
            "Features",
            "Always empty: every site is one whole atom.",
            listOf(STRING),
            entry -> List.of()));
  }

  /** Those that no structure here has, for who asks for them nevertheless. */
  static List<Property> absent() {
    return List.of(
        Property.absent("immutable_id", STRING),
        Property.absent("chemical_formula_hill", STRING),
        Property.absent("space_group_symmetry_operations_xyz", listOf(STRING)),
        Property.absent("space_group_symbol_hall", STRING),
        Property.absent("space_group_symbol_hermann_mauguin_extended", STRING),
        Property.absent("assemblies", listOf(ValueType.dictionaryOf(Map.of()))));
  }

  private static Composition composition(StructureEntry entry) {
    return entry.structure().composition();
  }

  private static List<Double> ratios(Composition composition) {
    return ChemicalFormula.alphabetical(composition).values().stream()
        .map(count -> (double) count / composition.atoms())
        .toList();
  }

  private static List<List<Double>> rows(Structure structure) {
    return Arrays.stream(structure.lattice().rows())
        .map(row -> Arrays.stream(row).boxed().toList())
        .toList();
  }

  private static List<List<Double>> positions(Structure structure) {
    return IntStream.range(0, structure.size())
        .mapToObj(structure::cartesian)
        .map(StandardProperties::coordinates)
        .toList();
  }

  private static List<Double> coordinates(Vector3 position) {
    return List.of(position.x(), position.y(), position.z());
  }

  private static List<Map<String, Object>> species(Composition composition) {
    return ChemicalFormula.alphabetical(composition).keySet().stream()
        .map(
            symbol ->
                Map.<String, Object>of(
                    "name",
                    symbol,
                    "chemical_symbols",
                    List.of(symbol),
                    "concentration",
                    List.of(1.0)))
        .toList();
  }

  private static List<String> atoms(Structure structure) {
    return structure.sites().stream().map(site -> site.element().symbol()).toList();
  }
}
