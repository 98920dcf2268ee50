"""AIMNet2: atoms-in-molecules network (Anstine, Zubatyuk, Isayev, doi:10.1039/D4SC08572H)."""

import warnings

from coesite_ml.evaluation import by_calculator
from coesite_ml.models.model import Model, existing, require, sha256, symbols, versions
from coesite_ml.unfit import Unfit, broken_package

OUT_OF_DOMAIN = (
    "the released AIMNet2 models are trained on molecules; crystals are outside their domain"
)


def open_aimnet2(potential: str, device: str) -> Model:
    """Opens a model file of the package aimnet."""
    file = existing(potential, "aimnet2")
    require("aimnet", "0.2", "aimnet2")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from aimnet.calculators import AIMNet2ASE, AIMNet2Calculator
    except ImportError as problem:
        raise broken_package("aimnet", problem) from problem
    try:
        calculator = AIMNet2ASE(AIMNet2Calculator(str(file), device=device))
    except Exception as problem:  # torch names unreadable files in many ways
        raise Unfit(f"{file} is no AIMNet2 model: {problem}") from problem
    species = calculator.implemented_species
    return Model(
        name="aimnet2",
        version=versions("aimnet", "torch"),
        file=str(file),
        sha256=sha256(file),
        elements=frozenset() if species is None else symbols(species),
        together=False,
        evaluate=lambda structures: [by_calculator(atoms, calculator) for atoms in structures],
        warnings=(OUT_OF_DOMAIN,),
    )
