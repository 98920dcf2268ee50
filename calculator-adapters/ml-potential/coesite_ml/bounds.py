"""How to relax, as Coesite states it."""

from dataclasses import dataclass

from ase import units

OPTIMIZERS = ("fire-bfgs", "fire", "bfgs")


@dataclass(frozen=True)
class Bounds:
    """Settings of a relaxation.

    pressure: GPa. max_force: eV/Å. max_stress: deviation of each component of the stress
    from the pressure, GPa. max_steps: 0 for energy and forces only. max_seconds: wall clock.
    """

    pressure: float
    max_force: float
    max_stress: float
    max_steps: int
    max_seconds: float
    optimizer: str = OPTIMIZERS[0]

    @property
    def pressure_ase(self) -> float:
        """Pressure in eV/Å³."""
        return self.pressure * units.GPa

    def loosened(self, factor: float) -> "Bounds":
        """The same with bounds on force and stress that are so many times as large."""
        return Bounds(
            self.pressure,
            factor * self.max_force,
            factor * self.max_stress,
            self.max_steps,
            self.max_seconds,
            self.optimizer,
        )

    @staticmethod
    def of(settings: dict) -> "Bounds":
        """From the settings of a parcel; time is written as ISO 8601."""
        return Bounds(
            settings["pressure"],
            settings["maxForce"],
            settings["maxStress"],
            settings["maxSteps"],
            seconds(settings["maxTime"]),
            settings.get("options", {}).get("optimizer", OPTIMIZERS[0]),
        )


def seconds(duration: str) -> float:
    """Seconds of a duration such as PT1H30M or PT0.5S."""
    if not duration.startswith("PT"):
        raise ValueError(f"'{duration}' is no duration such as PT5M")
    total, number = 0.0, ""
    for letter in duration[2:]:
        if letter in "HMS":
            total += float(number) * {"H": 3600, "M": 60, "S": 1}[letter]
            number = ""
        else:
            number += letter
    if number:
        raise ValueError(f"'{duration}' ends without a unit")
    return total
