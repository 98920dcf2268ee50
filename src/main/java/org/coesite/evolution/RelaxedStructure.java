package org.coesite.evolution;

import org.coesite.crystal.Structure;
import org.coesite.symmetry.SpaceGroup;

/**
 * A relaxed structure with its figures.
 *
 * @param structure relaxed structure in its Niggli-reduced cell, atoms in the order of the start
 * @param energyPerAtom energy, under pressure enthalpy, eV per atom
 * @param spaceGroup its space group
 */
public record RelaxedStructure(Structure structure, double energyPerAtom, SpaceGroup spaceGroup) {}
