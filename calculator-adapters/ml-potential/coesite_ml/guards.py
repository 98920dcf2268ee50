"""Stops a relaxation where a model has left what it was trained on.

Machine-learned potentials have holes: short distances and thin or huge cells were never in
their training, and energies there may fall without bound.
"""

import numpy as np
from ase import Atoms
from ase.data import chemical_symbols, covalent_radii
from ase.neighborlist import neighbor_list

from coesite_ml.evaluation import Evaluation
from coesite_ml.models.model import Model
from coesite_ml.outcome import Failed

CLOSEST = 0.45
"""Shortest distance as a share of the sum of the covalent radii."""

SMALLEST, LARGEST = 0.2, 5.0
"""Bounds on the volume as shares of that of the start."""

DEEPEST, HIGHEST = -20.0, 100.0
"""Bounds on the energy per atom, eV, above the atoms on their own, or above the start."""

THINNEST = 0.8
"""Shortest height of the cell, Å."""


def refused(model: Model, atoms: Atoms) -> Failed | None:
    """An element that the model does not know."""
    unknown = sorted(set(atoms.get_chemical_symbols()) - model.elements)
    if model.elements and unknown:
        return Failed(
            "REFUSED",
            f"{model.name} does not know {', '.join(unknown)}; {model.file} knows "
            + ", ".join(sorted(model.elements)),
        )
    return None


def broken_cell(atoms: Atoms, start_volume: float) -> tuple[str, str] | None:
    """Reason and words if cell or distances are past their bounds; asked before evaluation."""
    if not (np.isfinite(atoms.cell.array).all() and np.isfinite(atoms.positions).all()):
        return "NOT_A_NUMBER", "cell or positions are not numbers"
    volume = atoms.get_volume()
    share = volume / start_volume
    if share < SMALLEST:
        return "COLLAPSED", f"volume {volume:.3f} Å³ is below {SMALLEST} of the start's"
    if share > LARGEST:
        return "EXPLODED", f"volume {volume:.1f} Å³ is above {LARGEST} times the start's"
    areas = np.linalg.norm(np.cross(atoms.cell[[1, 2, 0]], atoms.cell[[2, 0, 1]]), axis=1)
    height = volume / areas.max()
    if height < THINNEST:
        return "BAD_CELL", f"the cell is {height:.3f} Å thin, below {THINNEST} Å"
    return _too_close(atoms)


def _too_close(atoms: Atoms) -> tuple[str, str] | None:
    radii = CLOSEST * covalent_radii[atoms.numbers]
    first, second, distances = neighbor_list("ijd", atoms, list(radii))
    if len(distances) == 0:
        return None
    pair = int(np.argmin(distances))
    a, b = atoms.numbers[first[pair]], atoms.numbers[second[pair]]
    limit = CLOSEST * (covalent_radii[a] + covalent_radii[b])
    return (
        "COLLAPSED",
        f"{chemical_symbols[a]} and {chemical_symbols[b]} are {distances[pair]:.3f} Å apart,"
        f" below {limit:.3f} Å",
    )


def broken_energy(evaluation: Evaluation, base: float, atoms: int) -> tuple[str, str] | None:
    """Reason and words if the energy is no number, or none that matter can have."""
    if not evaluation.is_finite():
        return "NOT_A_NUMBER", "energy, forces or stress are not numbers"
    per_atom = (evaluation.energy - base) / atoms
    if not DEEPEST <= per_atom <= HIGHEST:
        return (
            "ENERGY_OUT_OF_RANGE",
            f"{per_atom:.2f} eV per atom is outside {DEEPEST:.0f} to {HIGHEST:.0f}",
        )
    return None
