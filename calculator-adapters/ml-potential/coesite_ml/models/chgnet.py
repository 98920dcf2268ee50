"""CHGNet: charge-informed graph network (Deng et al., doi:10.1038/s42256-023-00716-3)."""

import contextlib
import warnings
from pathlib import Path

import numpy as np
from ase import Atoms, units
from ase.stress import full_3x3_to_voigt_6_stress

from coesite_ml.evaluation import Evaluation, OutsideModel
from coesite_ml.models.model import Model, existing, require, sha256, symbols, versions
from coesite_ml.unfit import Unfit, broken_package

_SHIPPED = ("0.3.0", "0.2.0", "r2scan")

_HEAVIEST = 94
"""Atomic number of the last element that its embedding has: Pu."""


def open_chgnet(potential: str, device: str) -> Model:
    """Opens weights that the package ships, 0.3.0 if none are named, or those of a file."""
    require("chgnet", "0.4", "chgnet")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from chgnet.model import CHGNet
    except ImportError as problem:
        raise broken_package("chgnet", problem) from problem
    release = potential or _SHIPPED[0]
    with contextlib.redirect_stdout(None):
        if release in _SHIPPED:
            model = CHGNet.load(model_name=release, use_device=device, verbose=False)
            file = _shipped(release)
        else:
            file = existing(release, "chgnet")
            model = _from_file(CHGNet, file).to(device)
    model.graph_converter.set_isolated_atom_response("error")
    return Model(
        name="chgnet",
        version=versions("chgnet", "torch"),
        file=release if release in _SHIPPED else str(file),
        sha256=sha256(file),
        elements=symbols(range(1, _HEAVIEST + 1)),
        together=True,
        evaluate=lambda structures: evaluate(model, structures),
        base=lambda atoms: 0.0,
    )


def _from_file(kind, file: Path):
    try:
        return kind.from_file(str(file))
    except Exception as problem:  # torch names unreadable files in many ways
        raise Unfit(f"{file} is no CHGNet model: {problem}") from problem


def _shipped(release: str) -> Path:
    import chgnet

    folder = Path(chgnet.__file__).parent / "pretrained" / release
    return next(folder.glob("*.pth.tar"))


def evaluate(model, structures: list[Atoms]) -> list[Evaluation]:
    """All structures in one forward and one backward pass."""
    from pymatgen.io.ase import AseAtomsAdaptor

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graphs = [_graph(model, AseAtomsAdaptor.get_structure(atoms)) for atoms in structures]
        answers = model.predict_graph(graphs, task="efs", batch_size=len(graphs))
    answers = [answers] if isinstance(answers, dict) else answers
    return [
        _evaluation(answer, len(atoms) if model.is_intensive else 1)
        for answer, atoms in zip(answers, structures, strict=True)
    ]


def _graph(model, structure):
    try:
        return model.graph_converter(structure)
    except ValueError as isolated:
        raise OutsideModel(f"an atom has no neighbour: {isolated}") from isolated


def _evaluation(answer: dict, atoms: int) -> Evaluation:
    return Evaluation(
        float(answer["e"]) * atoms,
        np.asarray(answer["f"], dtype=float),
        full_3x3_to_voigt_6_stress(np.asarray(answer["s"], dtype=float) * units.GPa),
    )
