"""An opened model: what it is, and how to ask it."""

import hashlib
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from ase import Atoms
from ase.data import chemical_symbols

from coesite_ml.evaluation import Evaluation
from coesite_ml.unfit import INSTALL, Unfit, missing_package


@dataclass(frozen=True)
class Model:
    """A model that is ready to work.

    name: as users write it. version: of the model and of the packages that run it.
    file, sha256: of its weights, empty for a calculator without a file.
    elements: symbols that it knows, empty if it does not say.
    together: whether it computes many structures in one pass.
    warnings: what a user has to know of its results.
    base: energy of the atoms on their own in eV, against which energies are judged,
    None if the model has no such zero.
    """

    name: str
    version: str
    file: str
    sha256: str
    elements: frozenset[str]
    together: bool
    evaluate: Callable[[list[Atoms]], list[Evaluation]]
    base: Callable[[Atoms], float] | None = None
    warnings: tuple[str, ...] = field(default=())

    @property
    def record(self) -> str:
        """Versions and weights, as every relaxation has them on record."""
        return f"{self.version}, weights {self.sha256[:16]}" if self.sha256 else self.version

    def describe(self) -> dict:
        """For Coesite, which puts it on record."""
        return {
            "name": self.name,
            "version": self.record,
            "file": self.file,
            "sha256": self.sha256,
            "elements": sorted(self.elements),
            "together": self.together,
            "warnings": list(self.warnings),
        }


def existing(path: str, model: str) -> Path:
    """A model file, or Unfit where there is none."""
    if not path:
        raise Unfit(
            "a model file is needed",
            "name it as potential: FILE, to refine as refinement.protocol: FILE",
        )
    file = Path(path).expanduser()
    if not file.is_file():
        raise Unfit(f"there is no model file {file.absolute()}")
    return file.resolve()


def sha256(file: Path) -> str:
    """Hash of a file's content, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def versions(*packages: str) -> str:
    """Packages with their versions, for the record."""
    return ", ".join(f"{package} {metadata.version(package)}" for package in packages)


def require(package: str, oldest: str, model: str) -> None:
    """Unfit if a package is missing or older than this version."""
    try:
        found = metadata.version(package)
    except metadata.PackageNotFoundError:
        raise missing_package(package, model) from None
    if _numbers(found) < _numbers(oldest):
        raise Unfit(
            f"{package} {found} in {sys.executable} is too old, {oldest} or later is needed",
            f"renew it with: {INSTALL} {model}",
        )


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version.partition("+")[0])[:3]]


def symbols(numbers) -> frozenset[str]:
    """Element symbols of atomic numbers."""
    return frozenset(chemical_symbols[int(number)] for number in numbers)
