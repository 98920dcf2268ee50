"""What keeps a model from working at all, said before any work is taken."""

import sys


class Unfit(Exception):
    """A problem in words, with the command that mends it where there is one."""

    def __init__(self, problem: str, mend: str = ""):
        super().__init__(f"{problem}; {mend}" if mend else problem)


INSTALL = "calculator-adapters/ml-potential/install"


def missing_package(package: str, model: str) -> Unfit:
    """The package of a model is not installed for this Python."""
    return Unfit(
        f"Python package '{package}' is missing in {sys.executable}",
        f"install it with: {INSTALL} {model}",
    )


def broken_package(package: str, problem: Exception) -> Unfit:
    """The package of a model is installed, but cannot be imported."""
    return Unfit(f"Python package '{package}' in {sys.executable} cannot be imported: {problem}")
