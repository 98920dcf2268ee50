"""Attempts that a task asks for, and the records that come of them."""

import time
from collections.abc import Callable
from datetime import datetime, timezone

from coesite_ml.bounds import Bounds
from coesite_ml.models.model import Model
from coesite_ml.outcome import Failed, Relaxed, atoms_of
from coesite_ml.relaxation import relax

LOOSER = 10
"""How much looser the bounds of a first, loose relaxation are; as in Coesite itself."""


class OtherModel(Exception):
    """Work that is for other weights than those at hand."""


def records(
    model: Model, orders: list[dict], worker: dict, interrupted: Callable[[], bool]
) -> list[dict] | None:
    """Makes all attempts of a task together, those that begin loosely after the others.

    None if it was interrupted: a batch is done as a whole, because structures that are
    relaxed together may differ in the last bits from those relaxed alone.
    """
    for order in orders:
        _check(model, order["job"]["settings"])
    made: dict[int, dict] = {}
    for loosely in (False, True):
        numbers = [i for i, order in enumerate(orders) if order["plan"]["looserFirst"] == loosely]
        if numbers:
            part = [orders[i] for i in numbers]
            results = _together(model, part, loosely, worker, interrupted)
            made.update(zip(numbers, results, strict=True))
    if any(record["outcome"].get("reason") == "INTERRUPTED" for record in made.values()):
        return None
    return [made[i] for i in range(len(orders))]


def _check(model: Model, settings: dict) -> None:
    """The search says which weights it is about, unless whoever started it had none at hand."""
    asked = settings.get("options", {}).get("model.sha256")
    if asked and asked != model.sha256:
        raise OtherModel(
            f"the search asks for the {model.name} model with SHA-256 {asked}; this worker has"
            f" {model.file} with {model.sha256}"
        )


def _together(
    model: Model,
    orders: list[dict],
    loosely: bool,
    worker: dict,
    interrupted: Callable[[], bool],
) -> list[dict]:
    started, cpu = datetime.now(timezone.utc), time.process_time()
    bounds = Bounds.of(orders[0]["job"]["settings"])
    starts = [atoms_of(order["plan"]["start"]) for order in orders]
    if loosely:
        loose = relax(model, starts, bounds.loosened(LOOSER), interrupted)
        starts = [
            outcome.atoms if isinstance(outcome, Relaxed) else start
            for outcome, start in zip(loose, starts, strict=True)
        ]
    outcomes = relax(model, starts, bounds, interrupted)
    ended, share = datetime.now(timezone.utc), (time.process_time() - cpu) / len(orders)
    return [
        _record(order, outcome, model, worker, started, ended, share)
        for order, outcome in zip(orders, outcomes, strict=True)
    ]


def _record(
    order: dict,
    outcome: Relaxed | Failed,
    model: Model,
    worker: dict,
    started: datetime,
    ended: datetime,
    cpu: float,
) -> dict:
    job, plan = order["job"], order["plan"]
    return {
        "search": job["search"],
        "structure": job["structure"],
        "purpose": job["purpose"],
        "start": plan["start"],
        "calculator": model.name,
        "version": model.record,
        "settings": job["settings"],
        "worker": worker,
        "attempt": plan["number"],
        "started": _instant(started),
        "ended": _instant(ended),
        "cpu": f"PT{cpu:.6f}S",
        "outcome": outcome.to_json(),
        "files": [],
    }


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
