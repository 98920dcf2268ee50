"""What keeps a model from working at all, said before any work is taken."""


class Unfit(Exception):
    """A problem in words, with the command that mends it where there is one."""

    def __init__(self, problem: str, mend: str = ""):
        super().__init__(f"{problem}; {mend}" if mend else problem)


def missing_package(package: str, model: str) -> Unfit:
    """The package of a model is not installed for this Python."""
    import sys

    return Unfit(
        f"Python package '{package}' is missing in {sys.executable}",
        f"install it with: calculator-adapters/ml-potential/install {model}",
    )
