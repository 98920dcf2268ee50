"""Any other ASE calculator, made by a function that the user names."""

import importlib
import inspect
import os
import sys
from pathlib import Path

from ase import __version__ as ase_version

from coesite_ml.evaluation import by_calculator
from coesite_ml.models.model import Model, sha256
from coesite_ml.unfit import Unfit


def open_factory(potential: str, device: str) -> Model:
    """Calls module:factory for an ASE calculator; a factory that asks for a device is given it."""
    module_name, colon, factory_name = potential.partition(":")
    if not colon or not module_name or not factory_name:
        raise Unfit(f"'{potential}' is not module:factory, for example ase.calculators.emt:EMT")
    sys.path.append(os.getcwd())
    try:
        module = importlib.import_module(module_name)
    except ImportError as problem:
        raise Unfit(
            f"module '{module_name}' cannot be imported: {problem}",
            f"install it for {sys.executable}, or put its folder into PYTHONPATH",
        ) from problem
    factory = getattr(module, factory_name, None)
    if not callable(factory):
        raise Unfit(f"module '{module_name}' has no function or class '{factory_name}'")
    calculator = _made(factory, device, potential)
    file = Path(module.__file__) if getattr(module, "__file__", None) else None
    return Model(
        name="ase",
        version=f"{getattr(module, '__version__', 'unversioned')}, ase {ase_version}",
        file=potential,
        sha256=sha256(file) if file else "",
        elements=frozenset(),
        together=False,
        evaluate=lambda structures: [by_calculator(atoms, calculator) for atoms in structures],
    )


def _asks_for_device(factory) -> bool:
    try:
        return "device" in inspect.signature(factory).parameters
    except ValueError:  # written in C, without a signature
        return False


def _made(factory, device: str, potential: str):
    try:
        calculator = factory(device=device) if _asks_for_device(factory) else factory()
    except Exception as problem:  # whatever a user's function raises
        raise Unfit(f"{potential} made no calculator: {problem}") from problem
    if not hasattr(calculator, "get_property"):
        raise Unfit(f"{potential} made a {type(calculator).__name__}, no ASE calculator")
    missing = {"energy", "forces", "stress"} - set(calculator.implemented_properties)
    if missing:
        raise Unfit(f"{potential} computes no {' and no '.join(sorted(missing))}")
    return calculator
