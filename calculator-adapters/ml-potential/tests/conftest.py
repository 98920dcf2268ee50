"""Structures and models that several tests use."""

import os

# Threads that wait for each other in a spin make small matrices slow on a busy machine.
os.environ["OMP_NUM_THREADS"] = "1"

from pathlib import Path

import numpy as np
import pytest
from ase import Atoms
from ase.build import bulk
from ase.calculators.emt import EMT

from coesite_ml.bounds import Bounds
from coesite_ml.evaluation import by_calculator
from coesite_ml.models.model import Model

RECIPE = Path(__file__).parents[1] / "recipe"


@pytest.fixture
def bounds() -> Bounds:
    return Bounds(pressure=0, max_force=0.005, max_stress=0.05, max_steps=300, max_seconds=60)


@pytest.fixture
def copper() -> Model:
    """A quick model that is no neural network: effective-medium theory."""
    calculator = EMT()
    return Model(
        name="emt",
        version="1",
        file="",
        sha256="",
        elements=frozenset({"Cu", "Au"}),
        together=False,
        evaluate=lambda structures: [by_calculator(one, calculator) for one in structures],
    )


@pytest.fixture
def strained() -> list[Atoms]:
    """Four cells of copper, each away from its minimum in another way."""
    cells = []
    for seed, stretch in enumerate((0.97, 1.0, 1.02, 1.05)):
        cell = bulk("Cu", cubic=True)
        cell.set_cell(cell.cell * stretch, scale_atoms=True)
        cell.rattle(0.1, seed=seed)
        cells.append(cell)
    return cells


@pytest.fixture
def stishovite() -> Atoms:
    """Stishovite, off its minimum."""
    x = 0.31
    atoms = Atoms(
        "Si2O4",
        cell=[4.3, 4.1, 2.75],
        scaled_positions=[
            [0, 0, 0],
            [0.5, 0.5, 0.5],
            [x, x, 0],
            [-x, -x, 0],
            [0.5 + x, 0.5 - x, 0.5],
            [0.5 - x, 0.5 + x, 0.5],
        ],
        pbc=True,
    )
    atoms.positions += 0.05 * np.random.default_rng(3).standard_normal((6, 3))
    return atoms


@pytest.fixture
def report(capsys):
    """Prints a figure past the capture, for whoever keeps the README."""

    def say(text: str) -> None:
        with capsys.disabled():
            print(f"\n{text}")

    return say
