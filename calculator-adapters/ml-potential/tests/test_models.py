"""Each real model answers through Coesite as its own ASE calculator does."""

import warnings
from pathlib import Path

import numpy as np
import pytest
from ase.filters import FrechetCellFilter
from ase.optimize import BFGS
from conftest import RECIPE

from coesite_ml.models import open_model
from coesite_ml.outcome import Relaxed
from coesite_ml.relaxation import relax

MACE_FILE = RECIPE / "mace-silica.model"


@pytest.fixture(scope="session")
def aimnet2_file(tmp_path_factory) -> Path:
    """A model of the package's own architecture with random weights: no weights can be had here."""
    import aimnet.models
    import torch
    from aimnet.config import build_module, load_yaml
    from aimnet.train.export_model import export_model

    folder = tmp_path_factory.mktemp("aimnet2")
    config = Path(aimnet.models.__file__).parent / "aimnet2.yaml"
    torch.manual_seed(1)
    torch.save(build_module(load_yaml(str(config))).state_dict(), folder / "weights.pt")
    (folder / "energies.sae").write_text("8: -10.0\n14: -5.0\n")
    export_model.callback(
        weights=str(folder / "weights.pt"),
        output=str(folder / "model.pt"),
        model=str(config),
        sae=str(folder / "energies.sae"),
        needs_coulomb=None,
        needs_dispersion=None,
    )
    return folder / "model.pt"


def mace_itself():
    from mace.calculators import MACECalculator

    return MACECalculator(model_paths=str(MACE_FILE), device="cpu", default_dtype="float64")


def chgnet_itself():
    from chgnet.model import CHGNetCalculator

    return CHGNetCalculator(use_device="cpu")


def structures(stishovite):
    """Cells of different sizes, shapes and volumes."""
    stretched = stishovite.copy()
    stretched.set_cell(stretched.cell * 1.06, scale_atoms=True)
    sheared = stishovite.repeat((1, 1, 2))
    sheared.set_cell(sheared.cell.array + [[0, 0, 0], [0.3, 0, 0], [0.1, 0.2, 0]], scale_atoms=True)
    return [stishovite, stretched, sheared]


def compare(model, calculator, cells, report):
    """Largest differences per atom (eV), in forces (eV/Å) and in stress (eV/Å³)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        together = model.evaluate(cells)
        worst = np.zeros(3)
        for cell, ours in zip(cells, together, strict=True):
            theirs = cell.copy()
            theirs.calc = calculator
            differences = (
                abs(ours.energy - theirs.get_potential_energy()) / len(cell),
                np.abs(ours.forces - theirs.get_forces()).max(),
                np.abs(ours.stress - theirs.get_stress()).max(),
            )
            worst = np.maximum(worst, differences)
    report(f"{model.name}: {worst[0]:.1e} eV/atom, {worst[1]:.1e} eV/Å, {worst[2]:.1e} eV/Å³")
    assert worst[0] <= 1e-6
    assert worst[1] <= 1e-5
    assert worst[2] <= 1e-5


def test_mace_agrees(stishovite, report):
    model = open_model("mace", str(MACE_FILE), "cpu", 1)
    assert model.elements == {"Si", "O"}
    compare(model, mace_itself(), structures(stishovite), report)


def test_chgnet_agrees(stishovite, report):
    model = open_model("chgnet", "", "cpu", 1)
    assert model.file == "0.3.0" and len(model.sha256) == 64
    compare(model, chgnet_itself(), structures(stishovite), report)


def test_aimnet2_agrees_and_warns_of_crystals(aimnet2_file, stishovite, report):
    from aimnet.calculators import AIMNet2ASE

    model = open_model("aimnet2", str(aimnet2_file), "cpu", 1)
    assert model.elements == {"Si", "O"}
    assert "outside their domain" in model.warnings[0]
    compare(model, AIMNet2ASE(str(aimnet2_file)), structures(stishovite), report)


@pytest.mark.parametrize(
    ("name", "file", "itself"),
    [("mace", str(MACE_FILE), mace_itself), ("chgnet", "", chgnet_itself)],
)
def test_relaxations_end_in_the_minimum_that_ase_finds(name, file, itself, stishovite, bounds):
    outcome = relax(open_model(name, file, "cpu", 1), [stishovite], bounds)[0]
    assert isinstance(outcome, Relaxed) and outcome.kind == ""
    direct = stishovite.copy()
    direct.calc = itself()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        BFGS(FrechetCellFilter(direct), logfile=None).run(fmax=0.003, steps=300)
        assert outcome.energy / 6 == pytest.approx(direct.get_potential_energy() / 6, abs=2e-4)
    assert outcome.atoms.get_volume() == pytest.approx(direct.get_volume(), rel=5e-3)


def test_the_small_mace_imitates_its_potential(stishovite, bounds):
    """sio2-bks-rep-c6 has stishovite at 4.15 Å, 2.66 Å."""
    outcome = relax(open_model("mace", str(MACE_FILE), "cpu", 1), [stishovite], bounds)[0]
    assert outcome.atoms.cell.lengths() == pytest.approx([4.15, 4.15, 2.66], rel=0.05)
