package org.coesite.evolution;

/**
 * What a cell may look like.
 *
 * @param minimumLength shortest allowed lattice vector, Å
 * @param maximumLength longest allowed lattice vector, Å
 * @param minimumAngle smallest allowed angle between lattice vectors, degrees
 * @param maximumAngle largest allowed angle between lattice vectors, degrees
 * @param minimumVolumePerAtom smallest allowed volume per atom, Å³
 * @param maximumVolumePerAtom largest allowed volume per atom, Å³
 */
public record CellBounds(
    double minimumLength,
    double maximumLength,
    double minimumAngle,
    double maximumAngle,
    double minimumVolumePerAtom,
    double maximumVolumePerAtom) {}
