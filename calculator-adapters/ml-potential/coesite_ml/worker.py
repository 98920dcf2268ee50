"""Relaxes for an engine that it reaches over REST alone."""

import os
import socket
import threading
import traceback
from collections.abc import Callable

from coesite_ml.engine import WORK, Engine, Refusal, Unreachable
from coesite_ml.orders import OtherModel, records
from coesite_ml.parcel import pack, unpack

_ATTEMPTS = 3
_RETRY_MS = 1000
_OTHERS_FIRST_MS = 10_000
_LONGEST_PAUSE = 30.0
_COLLISIONS = 10
_RECONNECTIONS = 120
"""With five seconds between them some ten minutes: the time to restart a server."""


class Worker:
    """Asks for one task at a time, and keeps it locked while it computes.

    model: opened, or anything with a describe() and evaluate() like it. note: told what a
    person at this machine may want to know.
    """

    def __init__(self, engine: Engine, model, lock_seconds: float, note: Callable[[str], None]):
        self._engine = engine
        self._model = model
        self._beat = lock_seconds / 3
        self._note = note
        self._closing = threading.Event()
        self._told: set[str] = set()
        self.name = f"worker-{socket.gethostname()}-{os.getpid()}"
        self.topic = f"relax-{model.name}"

    def stop(self) -> None:
        """Has run() end soon: what is at work goes back to the engine."""
        self._closing.set()

    def run(self) -> None:
        """Works until stop()."""
        pause = 1.0
        while not self._closing.is_set():
            try:
                task = self._engine.fetch(self.name, self.topic)
                pause = 1.0
            except (Unreachable, Refusal) as failure:
                self._note(f"{failure}; asking again in {pause:.0f} s")
                self._closing.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
                continue
            if task:
                self._work(task)

    def _work(self, task: dict) -> None:
        unwanted = threading.Event()
        done = threading.Event()
        beat = threading.Thread(
            target=self._keep_locked, args=(task["id"], done, unwanted), daemon=True
        )
        beat.start()
        try:
            self._deliver(task["id"], self._answer(task, unwanted))
        finally:
            done.set()
            beat.join()

    def _keep_locked(self, task: str, done: threading.Event, unwanted: threading.Event) -> None:
        while not done.wait(self._beat):
            try:
                if not self._engine.extend(task, self.name):
                    unwanted.set()
                    return
            except Unreachable as failure:
                self._note(f"{failure}; the lock of task {task} was not extended")

    def _answer(self, task: dict, unwanted: threading.Event) -> Callable[[], None]:
        """Computes, and says what the engine is to be told then."""
        number = task["id"]
        left = _ATTEMPTS if task.get("retries") is None else task["retries"]
        try:
            results = self._results(task, unwanted)
        except OtherModel as refusal:
            # Not a fault of the task: another worker has the right weights.
            if str(refusal) not in self._told:
                self._told.add(str(refusal))
                self._note(f"task {number} and others like it are left to others: {refusal}")
            words = f"{self.name}: {refusal}"
            return lambda: self._engine.fail(
                number, self.name, words, words, left, _OTHERS_FIRST_MS
            )
        except Exception as failure:  # another worker may do better, or a person sees to it
            self._note(f"task {number} failed: {failure}")
            words, details = f"{self.name}: {failure}", traceback.format_exc()
            return lambda: self._engine.fail(number, self.name, words, details, left - 1, _RETRY_MS)
        if unwanted.is_set():
            self._note(f"task {number} is no longer ours")
            return lambda: None
        if results is None:
            return lambda: self._engine.unlock(number)
        return lambda: self._engine.complete(number, self.name, results)

    def _results(self, task: dict, unwanted: threading.Event) -> str | None:
        """A parcel of results; None if it was interrupted before all were there."""
        variable = (task.get("variables") or {}).get(WORK)
        if not variable or variable.get("value") is None:
            raise ValueError(
                f"the engine packed no work into task {task['id']}: its plugin is missing or"
                " serves no workers of other machines"
            )
        orders = unpack(variable["value"])["orders"]
        made = records(
            self._model,
            orders,
            {"host": socket.gethostname(), "name": self.name, "activity": ""},
            lambda: self._closing.is_set() or unwanted.is_set(),
        )
        return None if made is None else pack({"records": made})

    def _deliver(self, task: str, answer: Callable[[], None]) -> None:
        """Tells the engine, again and again if need be: it cost a computation."""
        collisions = losses = 0
        while True:
            try:
                return answer()
            except Refusal as refusal:
                collisions += 1
                if not refusal.is_passing or collisions == _COLLISIONS:
                    return self._note(f"task {task} is not taken back: {refusal}")
                self._closing.wait(0.05 * collisions)
            except Unreachable as failure:
                losses += 1
                if losses == _RECONNECTIONS or self._closing.is_set():
                    return self._note(f"{failure}; task {task} is given up")
                self._closing.wait(5)
