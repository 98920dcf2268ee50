"""The relaxation of one structure, a step at a time: whoever holds it evaluates the model."""

import time

import numpy as np
from ase import Atoms, units
from ase.filters import FrechetCellFilter
from ase.optimize import BFGS, FIRE
from ase.stress import voigt_6_to_full_3x3_stress

from coesite_ml import guards
from coesite_ml.bounds import Bounds
from coesite_ml.evaluation import Evaluation
from coesite_ml.models.model import Model
from coesite_ml.outcome import Failed, Relaxed, Step

NEAR = 0.5
"""With fire-bfgs: BFGS once no force is above this, eV/Å. FIRE forgives rough starts."""


class Descent:
    """Cell and positions of one structure on their way down.

    Positions move in the undeformed cell and the cell by the logarithm of its deformation,
    which ASE's FrechetCellFilter does. outcome is None while it goes on.
    """

    def __init__(self, model: Model, start: Atoms, bounds: Bounds):
        self.atoms = start.copy()
        self.outcome: Relaxed | Failed | None = guards.refused(model, start)
        self._model = model
        self._bounds = bounds
        self._volume = start.get_volume()
        self._filter = FrechetCellFilter(self.atoms, scalar_pressure=bounds.pressure_ase)
        self._optimizer = None
        self._base = model.base(start) if model.base and self.outcome is None else None
        self._ends = time.monotonic() + bounds.max_seconds
        self._steps: list[Step] = []
        if self.outcome is None:
            self._fail_if(guards.broken_cell(self.atoms, self._volume))

    def take(self, evaluation: Evaluation) -> None:
        """Takes what the model says of the structure as it is, and ends or moves on."""
        if self._base is None:
            self._base = evaluation.energy
        if self._fail_if(guards.broken_energy(evaluation, self._base, len(self.atoms))):
            return
        evaluation.attach(self.atoms)
        force = float(np.linalg.norm(evaluation.forces, axis=1).max())
        volume = self.atoms.get_volume()
        enthalpy = evaluation.energy + self._bounds.pressure_ase * volume
        self._steps.append(Step(len(self._steps), enthalpy, force, volume))
        excess = self._excess_stress(evaluation)
        kind, reason = self._ending(force, excess)
        if kind is not None:
            pressure = float(-evaluation.stress[:3].mean() / units.GPa)
            self.outcome = Relaxed(
                self.atoms, evaluation.energy, enthalpy, force, pressure, self._steps, kind, reason
            )
            return
        self._move(force)

    def fail(self, reason: str, message: str) -> None:
        """Ends it."""
        self.outcome = Failed(reason, message, self._steps)

    def _fail_if(self, broken: tuple[str, str] | None) -> bool:
        if broken:
            self.fail(broken[0], f"step {len(self._steps)}: {broken[1]}")
        return broken is not None

    def _excess_stress(self, evaluation: Evaluation) -> float:
        stress = voigt_6_to_full_3x3_stress(evaluation.stress)
        return float(np.abs(stress / units.GPa + self._bounds.pressure * np.eye(3)).max())

    def _ending(self, force: float, excess: float) -> tuple[str | None, str]:
        """Whether it ends here: '' for converged, a reason if not, None if it goes on."""
        bounds = self._bounds
        if bounds.max_steps == 0 or (force <= bounds.max_force and excess <= bounds.max_stress):
            return "", ""
        left = (
            f"{force:.4f} eV/Å (limit {bounds.max_force}) and {excess:.3f} GPa"
            f" (limit {bounds.max_stress}) are left"
        )
        if len(self._steps) > bounds.max_steps:
            return "STEPS_SPENT", f"after {bounds.max_steps} steps {left}"
        if time.monotonic() > self._ends:
            return "TIME_SPENT", f"after {bounds.max_seconds:g} s {left}"
        return None, ""

    def _move(self, force: float) -> None:
        kind = self._bounds.optimizer
        near = kind == "bfgs" or (kind == "fire-bfgs" and force <= NEAR)
        if self._optimizer is None or (near and isinstance(self._optimizer, FIRE)):
            make = BFGS if near else FIRE
            self._optimizer = make(self._filter, logfile=None)
        self._optimizer.step()
        self._fail_if(guards.broken_cell(self.atoms, self._volume))
