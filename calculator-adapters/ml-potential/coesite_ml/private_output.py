"""Standard output for messages alone."""

import json
import os
from typing import TextIO


def private_output() -> TextIO:
    """Standard output for us alone; what models print goes to standard error."""
    ours = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return ours


def say(output: TextIO, message: dict) -> None:
    """Writes a line of JSON."""
    output.write(json.dumps(message) + "\n")
    output.flush()
