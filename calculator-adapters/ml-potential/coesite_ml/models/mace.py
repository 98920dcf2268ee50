"""MACE: higher-order equivariant message passing (Batatia et al., arXiv:2206.07697)."""

import warnings

import numpy as np
from ase import Atoms
from ase.stress import full_3x3_to_voigt_6_stress

from coesite_ml.evaluation import Evaluation
from coesite_ml.models.model import Model, existing, require, sha256, symbols, versions
from coesite_ml.unfit import Unfit, broken_package


def open_mace(potential: str, device: str) -> Model:
    """Opens a model file of mace-torch, computed in double precision; Apple GPUs have single."""
    file = existing(potential, "mace")
    require("mace-torch", "0.3.10", "mace")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from mace.calculators import MACECalculator
    except ImportError as problem:
        raise broken_package("mace-torch", problem) from problem
    try:
        calculator = MACECalculator(
            model_paths=str(file),
            device=device,
            default_dtype="float32" if device == "mps" else "float64",
        )
    except Exception as problem:  # torch names unreadable files in many ways
        raise Unfit(f"{file} is no MACE model: {problem}") from problem
    return Model(
        name="mace",
        version=versions("mace-torch", "torch"),
        file=str(file),
        sha256=sha256(file),
        elements=symbols(calculator.z_table.zs),
        together=True,
        evaluate=lambda structures: evaluate(calculator, structures),
        base=lambda atoms: _isolated(calculator, atoms),
    )


def evaluate(calculator, structures: list[Atoms]) -> list[Evaluation]:
    """All structures in one forward and one backward pass."""
    from mace.tools import torch_geometric

    graphs = [_graph(calculator, atoms) for atoms in structures]
    batch = torch_geometric.Batch.from_data_list(graphs).to(calculator.device)
    out = calculator.models[0](batch.to_dict(), compute_stress=True)
    energies = out["energy"].detach().cpu().numpy()
    forces = out["forces"].detach().cpu().numpy()
    stresses = out["stress"].detach().cpu().numpy()
    ends = np.cumsum([len(atoms) for atoms in structures])
    return [
        Evaluation(
            float(energies[i]),
            forces[end - len(structures[i]) : end],
            full_3x3_to_voigt_6_stress(stresses[i]),
        )
        for i, end in enumerate(ends)
    ]


def _graph(calculator, atoms: Atoms):
    from mace import data
    from mace.tools import torch_tools

    with torch_tools.default_dtype(calculator.default_dtype):
        config = data.config_from_atoms(atoms, head_name=calculator.head)
        return data.AtomicData.from_config(
            config,
            z_table=calculator.z_table,
            cutoff=calculator.r_max,
            heads=calculator.available_heads,
        )


def _isolated(calculator, atoms: Atoms) -> float:
    energies = np.atleast_2d(
        calculator.models[0].atomic_energies_fn.atomic_energies.detach().cpu().numpy()
    )[calculator.available_heads.index(calculator.head)]
    by_number = dict(zip(calculator.z_table.zs, energies, strict=True))
    return float(sum(by_number[number] for number in atoms.numbers))
