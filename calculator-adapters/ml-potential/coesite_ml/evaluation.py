"""Energy, forces and stress of one structure."""

from dataclasses import dataclass

import numpy as np
from ase import Atoms
from ase.calculators.singlepoint import SinglePointCalculator


@dataclass(frozen=True)
class Evaluation:
    """What a model says of a structure.

    energy: of the cell, eV. forces: (atoms, 3), eV/Å. stress: xx yy zz yz xz xy, eV/Å³,
    positive where the cell wants to shrink, as in ASE.
    """

    energy: float
    forces: np.ndarray
    stress: np.ndarray

    def is_finite(self) -> bool:
        """Whether all of it are numbers."""
        return bool(
            np.isfinite(self.energy)
            and np.isfinite(self.forces).all()
            and np.isfinite(self.stress).all()
        )

    def attach(self, atoms: Atoms) -> None:
        """Has the atoms answer with these values until they move."""
        atoms.calc = SinglePointCalculator(
            atoms, energy=self.energy, forces=self.forces, stress=self.stress
        )


class OutsideModel(Exception):
    """A structure that a model cannot describe, such as one with an atom on its own."""


def by_calculator(atoms: Atoms, calculator) -> Evaluation:
    """Asks an ASE calculator."""
    atoms = atoms.copy()
    atoms.calc = calculator
    energy = float(atoms.get_potential_energy())
    forces = np.asarray(atoms.get_forces(), dtype=float)
    return Evaluation(energy, forces, np.asarray(atoms.get_stress(), dtype=float))
