"""Serves one Coesite process on this machine: a line of JSON in, a line of JSON out.

The first line out says what the model is, or what is wrong. A line in is a request,
{"id": 1, "starts": [...], "settings": {...}}, answered by {"id": 1, "outcomes": [...]},
or {"interrupt": 1}, which ends that request soon. The end of the input ends the service,
so that nothing is left behind when Coesite is killed.
"""

import json
import os
import queue
import sys
import threading
from typing import TextIO

from coesite_ml import VERSION
from coesite_ml.bounds import Bounds
from coesite_ml.models.model import Model
from coesite_ml.outcome import atoms_of
from coesite_ml.private_output import say
from coesite_ml.relaxation import relax


class Service:
    """Requests, one after the other."""

    def __init__(self, model: Model, output: TextIO):
        self._model = model
        self._output = output
        self._requests: queue.Queue[dict] = queue.Queue()
        self._unwanted: set[int] = set()

    def run(self) -> None:
        """Answers until the input ends."""
        say(self._output, {"worker": VERSION, "model": self._model.describe()})
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            request = self._requests.get()
            say(self._output, self._answer(request))

    def _listen(self) -> None:
        for line in sys.stdin:
            message = json.loads(line)
            if "interrupt" in message:
                self._unwanted.add(message["interrupt"])
            else:
                self._requests.put(message)
        # Whoever asked is gone, and with it the sense of what is at work.
        os._exit(0)

    def _answer(self, request: dict) -> dict:
        number = request["id"]
        outcomes = relax(
            self._model,
            [atoms_of(start) for start in request["starts"]],
            Bounds.of(request["settings"]),
            lambda: number in self._unwanted,
        )
        self._unwanted.discard(number)
        return {"id": number, "outcomes": [outcome.to_json() for outcome in outcomes]}
