package org.coesite.web.optimade;

import static org.coesite.web.optimade.ValueType.INTEGER;
import static org.coesite.web.optimade.ValueType.STRING;
import static org.coesite.web.optimade.ValueType.floatIn;
import static org.coesite.web.optimade.ValueType.listOf;

import java.util.List;
import java.util.function.Function;
import org.coesite.evolution.Phase;

/** Properties that tell how Coesite found a structure, named with its prefix. */
final class CoesiteProperties {

  private static final ValueType ENERGY = floatIn("electronvolt");

  private CoesiteProperties() {}

  static List<Property> all() {
    return List.of(
        property("search", "Search", "Name of the search.", STRING, StructureEntry::search),
        property(
            "structure",
            "Structure",
            "Id of the structure in its search: that of the relaxation that gave the lowest"
                + " energy.",
            STRING,
            entry -> entry.phase().id()),
        property(
            "energy_per_atom",
            "Energy per atom",
            "Energy, under pressure enthalpy, in eV per atom: that of the potential, at 0 K."
                + " Energies of different potentials do not compare.",
            ENERGY,
            entry -> entry.phase().energyPerAtom()),
        property(
            "energy_per_formula",
            "Energy per formula unit",
            "Energy, under pressure enthalpy, in eV per formula unit.",
            ENERGY,
            entry ->
                entry.structure().composition().reduced().atoms() * entry.phase().energyPerAtom()),
        property(
            "energy_above_lowest",
            "Energy above the lowest",
            "How far it lies above the lowest structure of its search, eV per atom.",
            ENERGY,
            entry -> entry.phase().energyPerAtom() - entry.lowest()),
        property(
            "volume_per_atom",
            "Volume per atom",
            "Volume in Å³ per atom.",
            floatIn("angstrom^3"),
            entry -> entry.structure().volumePerAtom()),
        property(
            "space_group_number",
            "Number of the space group",
            "Space group, 1 to 230.",
            INTEGER,
            entry -> entry.phase().relaxed().spaceGroup().number()),
        property(
            "space_group_symbol",
            "Symbol of the space group",
            "Short Hermann–Mauguin symbol as in reports, for example P3_221.",
            STRING,
            entry -> entry.phase().relaxed().spaceGroup().symbol()),
        property(
            "generation",
            "Generation",
            "Generation of the relaxation that gave the lowest energy, from 0.",
            INTEGER,
            entry -> entry.phase().best().candidate().generation()),
        property(
            "operator",
            "Operator",
            "What made the start of that relaxation, for example cutAndSplice.",
            STRING,
            entry -> entry.phase().best().candidate().origin().operator().key()),
        property(
            "parents",
            "Parents",
            "Ids, within the search, of the structures it was made from; none for random ones.",
            listOf(STRING),
            entry -> entry.phase().best().candidate().origin().parents()),
        property("hits", "Hits", "How often it was found.", INTEGER, phase(Phase::hits)),
        property(
            "lineages",
            "Lineages",
            "How often it was found from starts without a common random ancestor.",
            INTEGER,
            phase(Phase::lineages)),
        property(
            "first_relaxation",
            "First relaxation",
            "The relaxation, from 1, that found it first.",
            INTEGER,
            phase(Phase::firstRelaxation)),
        property(
            "calculator",
            "Calculator",
            "Name of the calculator that gave energy and structure.",
            STRING,
            entry -> entry.screening().calculator()),
        property(
            "calculator_version",
            "Version of the calculator",
            "Its version.",
            STRING,
            entry -> entry.screening().version()),
        property(
            "potential",
            "Potential",
            "Name of the potential, model or protocol that gave the energy, the last of the"
                + " stages.",
            STRING,
            entry -> last(entry.screening().settings().stages())),
        property(
            "pressure",
            "Pressure",
            "Pressure in GPa that it was relaxed under.",
            floatIn("gigapascal"),
            entry -> entry.screening().settings().pressure()));
  }

  private static Property property(
      String name,
      String title,
      String description,
      ValueType type,
      Function<StructureEntry, Object> value) {
    return new Property(Property.PREFIX + name, title, description, type, value);
  }

  private static Function<StructureEntry, Object> phase(Function<Phase, Integer> count) {
    return entry -> count.apply(entry.phase());
  }

  private static String last(List<String> stages) {
    return stages.isEmpty() ? "" : stages.get(stages.size() - 1);
  }
}
