"""Relaxes structures together: one evaluation of the model serves a step of each of them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from ase import Atoms

from coesite_ml.bounds import Bounds
from coesite_ml.descent import Descent
from coesite_ml.evaluation import OutsideModel
from coesite_ml.models.model import Model
from coesite_ml.outcome import Failed, Relaxed


def relax(
    model: Model,
    starts: list[Atoms],
    bounds: Bounds,
    interrupted: Callable[[], bool] = lambda: False,
) -> list[Relaxed | Failed]:
    """Relaxes each structure; what can go wrong with one comes back as its outcome.

    The bound on time is that of one structure alone: so many together have so many times as much.
    """
    bounds = replace(bounds, max_seconds=bounds.max_seconds * len(starts))
    descents = [Descent(model, start, bounds) for start in starts]
    while going := [descent for descent in descents if descent.outcome is None]:
        if interrupted():
            for descent in going:
                descent.fail("INTERRUPTED", "ended to go on later")
        else:
            _step(model, going)
    return [descent.outcome for descent in descents]


def _step(model: Model, descents: list[Descent]) -> None:
    """One step of each. A structure that breaks the model is found by halving the batch."""
    try:
        evaluations = model.evaluate([descent.atoms for descent in descents])
    except Exception as problem:  # models raise what they like at structures they dislike
        _release_memory()
        if len(descents) > 1:
            half = len(descents) // 2
            _step(model, descents[:half])
            _step(model, descents[half:])
            return
        descents[0].fail(_reason(problem), f"{model.name}: {type(problem).__name__}: {problem}")
        return
    for descent, evaluation in zip(descents, evaluations, strict=True):
        try:
            descent.take(evaluation)
        except (ArithmeticError, ValueError, np.linalg.LinAlgError) as problem:
            descent.fail("STUCK", f"the optimiser ended: {type(problem).__name__}: {problem}")


def _reason(problem: Exception) -> str:
    if isinstance(problem, (OutsideModel, NotImplementedError)):
        return "REFUSED"
    if isinstance(problem, MemoryError) or "OutOfMemory" in type(problem).__name__:
        return "OUT_OF_MEMORY"
    return "CRASHED"


def _release_memory() -> None:
    import sys

    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()
