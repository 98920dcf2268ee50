"""What came out of a relaxation, in the words and units of Coesite."""

from dataclasses import dataclass, field

from ase import Atoms


def structure(atoms: Atoms) -> dict:
    """A structure as Coesite writes it: lattice rows in Å, species, fractional positions."""
    return {
        "lattice": atoms.cell.array.tolist(),
        "species": atoms.get_chemical_symbols(),
        "fractional": atoms.get_scaled_positions(wrap=False).tolist(),
    }


def atoms_of(text: dict) -> Atoms:
    """Atoms from the structure that Coesite wrote."""
    return Atoms(
        text["species"],
        cell=text["lattice"],
        scaled_positions=text["fractional"],
        pbc=True,
    )


@dataclass(frozen=True)
class Step:
    """One ionic step: enthalpy eV, largest force eV/Å, volume Å³."""

    number: int
    energy: float
    max_force: float
    volume: float

    def to_json(self) -> dict:
        """As a record of Coesite."""
        return {
            "number": self.number,
            "energy": self.energy,
            "maxForce": self.max_force,
            "volume": self.volume,
        }


@dataclass(frozen=True)
class Failed:
    """There is no usable structure. reason: one of Coesite's failure reasons."""

    reason: str
    message: str
    steps: list[Step] = field(default_factory=list)

    def to_json(self) -> dict:
        """As a record of Coesite."""
        return {
            "outcome": "FAILED",
            "reason": self.reason,
            "message": self.message,
            "steps": [step.to_json() for step in self.steps],
        }


@dataclass(frozen=True)
class Relaxed:
    """A structure with its energy: converged, or not for a reason of Coesite's.

    energy: eV. enthalpy: eV. max_force: eV/Å. pressure: that left in the cell, GPa.
    """

    atoms: Atoms
    energy: float
    enthalpy: float
    max_force: float
    pressure: float
    steps: list[Step]
    kind: str = ""
    reason: str = ""

    def to_json(self) -> dict:
        """As a record of Coesite."""
        record = {
            "structure": structure(self.atoms),
            "energy": self.energy,
            "maxForce": self.max_force,
            "pressure": self.pressure,
            "steps": [step.to_json() for step in self.steps],
        }
        if self.kind:
            return {
                "outcome": "NOT_CONVERGED",
                "kind": self.kind,
                "reason": self.reason,
                **record,
            }
        return {
            "outcome": "CONVERGED",
            "enthalpy": self.enthalpy,
            "minimum": "UNKNOWN",
            **record,
        }
