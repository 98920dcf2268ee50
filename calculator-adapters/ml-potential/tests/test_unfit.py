"""What cannot work is named at the start, with what mends it."""

import subprocess
import sys
from pathlib import Path

import pytest

from coesite_ml.main import main
from coesite_ml.models import open_model
from coesite_ml.models.model import require
from coesite_ml.unfit import Unfit

README = str(Path(__file__).parents[1] / "README.md")


@pytest.mark.parametrize(
    ("name", "potential", "words"),
    [
        (
            "mace",
            "",
            "a model file is needed; name it as potential: FILE,"
            " to refine as refinement.protocol: FILE",
        ),
        ("mace", "/no/such.model", "there is no model file /no/such.model"),
        ("mace", README, "README.md is no MACE model"),
        ("chgnet", README, "README.md is no CHGNet model"),
        ("chgnet", "9.9.9", "there is no model file"),
        ("aimnet2", README, "README.md is no AIMNet2 model"),
        ("ase", "nothing", "'nothing' is not module:factory"),
        ("ase", "no.such:Thing", "module 'no.such' cannot be imported.*PYTHONPATH"),
        ("ase", "math:pi", "module 'math' has no function or class 'pi'"),
        ("ase", "math:sqrt", "math:sqrt made no calculator"),
        ("ase", "collections:OrderedDict", "made a OrderedDict, no ASE calculator"),
        ("ase", "ase.calculators.kim:KIM", "made no calculator"),
        ("vasp", "", "unknown model 'vasp'; there are mace, chgnet, aimnet2, ase"),
    ],
)
def test_models_that_are_none(name, potential, words):
    with pytest.raises(Unfit, match=words):
        open_model(name, potential, "cpu", 1)


def test_a_package_that_is_too_old_is_named_with_both_versions():
    with pytest.raises(Unfit, match="ase .* is too old, 99.1 or later is needed; renew it with"):
        require("ase", "99.1", "mace")
    with pytest.raises(Unfit, match="'no-such-package' is missing in .*install mace"):
        require("no-such-package", "1", "mace")
    require("ase", "3.9.9", "mace")


@pytest.mark.parametrize(
    ("device", "words"),
    [
        ("cuda", "finds no CUDA GPU; compute on the processor with device: cpu"),
        ("mps", "no Apple GPU that torch can use"),
        ("tpu", "'tpu' is none of cpu, cuda, cuda:N, mps"),
    ],
)
def test_devices_that_are_not_there(device, words):
    with pytest.raises(Unfit, match=words):
        open_model("chgnet", "", device, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--engine: the address of a REST interface is needed"),
        (["--engine", "engine"], "'engine' is not like http://localhost:8080/engine-rest"),
        (["--engine", "http://me:secret@engine"], "a password in the address would be seen"),
        (["--engine", "http://127.0.0.1:9"], "http://127.0.0.1:9 cannot be reached"),
        (["--engine", "http://127.0.0.1:9", "--lock", "1"], "--lock: 1 is outside 5 to 3600 s"),
        (["--engine", "http://127.0.0.1:9", "--user", "me"], "its password is needed"),
        (
            ["--engine", "http://127.0.0.1:9", "--user", "me", "--password-file", "/no/file"],
            "/no/file cannot be read: No such file",
        ),
    ],
)
def test_the_command_names_what_is_wrong_and_ends_with_2(arguments, words, capsys, monkeypatch):
    monkeypatch.delenv("COESITE_WORKER_PASSWORD", raising=False)
    assert main(["--model", "chgnet", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_python_without_the_packages_names_the_command_that_installs_them():
    bare = subprocess.run(
        [sys.executable, "-S", "-m", "coesite_ml.main", "--stdio", "--model", "chgnet"],
        cwd=Path(__file__).parents[1],
        env={"PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert bare.returncode == 2
    assert "is missing in" in bare.stdout
    assert "calculator-adapters/ml-potential/install chgnet" in bare.stdout
