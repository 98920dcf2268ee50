"""Structures per second: a plain loop of ASE, ours one after the other, ours together.

    python3 recipe/speed.py chgnet            python3 recipe/speed.py mace FILE [DEVICE]

All three make the same number of steps with the same optimiser on the same structures, in turns, so
that what else the machine does is shared.
"""

import sys
import time
import warnings

import numpy as np
from ase import Atoms
from ase.filters import FrechetCellFilter
from ase.optimize import FIRE

from coesite_ml.bounds import Bounds
from coesite_ml.models import open_model
from coesite_ml.relaxation import relax

STEPS, STRUCTURES, ROUNDS = 20, 10, 3


def stishovite(seed: int) -> Atoms:
    x = 0.306
    sites = [[0, 0, 0], [0.5, 0.5, 0.5], [x, x, 0], [-x, -x, 0]]
    sites += [[0.5 + x, 0.5 - x, 0.5], [0.5 - x, 0.5 + x, 0.5]]
    atoms = Atoms("Si2O4", cell=[4.3, 4.3, 2.75], scaled_positions=sites, pbc=True)
    atoms.positions += 0.1 * np.random.default_rng(seed).standard_normal((6, 3))
    return atoms


def itself(name: str, file: str, device: str):
    """The model's own ASE calculator."""
    if name == "mace":
        from mace.calculators import MACECalculator

        return MACECalculator(model_paths=file, device=device, default_dtype="float64")
    from chgnet.model import CHGNetCalculator

    return CHGNetCalculator(use_device=device)


def main(name: str, file: str = "", device: str = "cpu") -> None:
    warnings.simplefilter("ignore")
    model, calculator = open_model(name, file, device, 1), itself(name, file, device)
    starts = [stishovite(seed) for seed in range(STRUCTURES)]
    bounds = Bounds(0, 1e-9, 1e-9, STEPS, 1e9, "fire")

    def loop():
        for start in starts:
            atoms = start.copy()
            atoms.calc = calculator
            FIRE(FrechetCellFilter(atoms), logfile=None).run(fmax=1e-9, steps=STEPS)

    ways = {
        "ASE loop": loop,
        "one by one": lambda: [relax(model, [start], bounds) for start in starts],
        "together": lambda: relax(model, starts, bounds),
    }
    for way in ways.values():
        way()
    seconds = dict.fromkeys(ways, 0.0)
    for _ in range(ROUNDS):
        for title, way in ways.items():
            began = time.perf_counter()
            way()
            seconds[title] += time.perf_counter() - began
    for title, taken in seconds.items():
        rate = ROUNDS * STRUCTURES / taken
        ratio = seconds["ASE loop"] / taken
        print(f"{title:10} {rate:7.2f} relaxations of {STEPS} steps per second, {ratio:.2f} times")


if __name__ == "__main__":
    main(*sys.argv[1:])
