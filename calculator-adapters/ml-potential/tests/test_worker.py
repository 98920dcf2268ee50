"""A worker against an engine that is played: what it asks, answers and survives."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from coesite_ml.engine import Engine, Unreachable
from coesite_ml.outcome import structure
from coesite_ml.parcel import pack, unpack
from coesite_ml.unfit import Unfit
from coesite_ml.worker import Worker

SETTINGS = {
    "stages": ["emt"],
    "pressure": 0.0,
    "maxForce": 0.01,
    "maxStress": 0.1,
    "maxSteps": 200,
    "maxTime": "PT1M",
    "escapeSaddles": False,
    "options": {},
}


class PlayedEngine(HTTPServer):
    """Hands out the tasks that it is given, and notes what it is told."""

    def __init__(self, tasks, refusals=0, login="", gone=False):
        super().__init__(("127.0.0.1", 0), Player)
        self.tasks, self.refusals, self.login = list(tasks), refusals, login
        self.gone = gone
        self.told: list[tuple[str, dict]] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/engine-rest"

    def told_of(self, action):
        return [content for path, content in self.told if path.endswith(action)]


def test_a_task_that_was_lost_is_not_unlocked_under_its_new_owner(copper, strained):
    engine = PlayedEngine([task([order(0, strained[0])])], gone=True)
    slow = copper.evaluate

    def evaluate(structures):
        time.sleep(0.05)
        return slow(structures)

    object.__setattr__(copper, "evaluate", evaluate)
    notes = []
    worker = Worker(Engine(engine.address, None, 60), copper, 0.06, notes.append)
    thread = threading.Thread(target=worker.run)
    thread.start()
    end = time.monotonic() + 60
    while not any("no longer ours" in note for note in notes) and time.monotonic() < end:
        time.sleep(0.02)
    worker.stop()
    thread.join()
    assert [path.rpartition("/")[2] for path, _ in engine.told] == ["extendLock"]


class Player(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.server.login and self.headers.get("Authorization") != self.server.login:
            return self._answer(401, {"message": "who are you?"})
        return self._answer(200, {"version": "7.24.0"})

    def do_POST(self):
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path.endswith("fetchAndLock"):
            if not self.server.tasks:
                time.sleep(0.05)
                return self._answer(200, [])
            return self._answer(200, [self.server.tasks.pop(0)])
        self.server.told.append((self.path, content))
        if self.path.endswith("extendLock") and self.server.gone:
            return self._answer(404, {"message": "no such task"})
        if self.path.endswith("complete") and self.server.refusals > 0:
            self.server.refusals -= 1
            return self._answer(500, {"message": "OptimisticLockingException"})
        return self._answer(204, None)

    def _answer(self, status, content):
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def order(number, start, **plan):
    job = {"search": "s", "structure": f"g000s0{number}", "purpose": "SCREEN"}
    made = {"number": 1, "start": structure(start), "looserFirst": False, "run": 1, **plan}
    return {"job": {**job, "settings": SETTINGS}, "plan": made}


def task(orders, **more):
    work = {"type": "Bytes", "value": pack({"orders": orders})}
    return {"id": "t1", "retries": None, "variables": {"work": work}, **more}


def worked(engine, model, until):
    """Lets a worker work until it has told the engine something."""
    worker = Worker(Engine(engine.address, None, 60_000), model, 60, lambda text: None)
    thread = threading.Thread(target=worker.run)
    thread.start()
    end = time.monotonic() + 60
    while not engine.told_of(until) and time.monotonic() < end:
        time.sleep(0.02)
    worker.stop()
    thread.join()
    return worker


def test_a_task_becomes_records_of_all_its_orders(copper, strained):
    orders = [order(0, strained[0], looserFirst=True), order(1, strained[1]), order(2, strained[2])]
    engine = PlayedEngine([task(orders)])
    worker = worked(engine, copper, "complete")
    variable = engine.told_of("complete")[0]["localVariables"]["results"]
    assert variable["valueInfo"] == {"transient": True}
    records = unpack(variable["value"])["records"]
    assert [one["structure"] for one in records] == ["g000s00", "g000s01", "g000s02"]
    for record, ordered in zip(records, orders, strict=True):
        assert record["outcome"]["outcome"] == "CONVERGED"
        assert record["start"] == ordered["plan"]["start"]
        assert record["settings"] == SETTINGS
        assert record["calculator"] == "emt" and record["attempt"] == 1
        assert record["worker"]["name"] == worker.name
        assert record["started"] <= record["ended"]


def test_a_result_that_collides_is_brought_again(copper, strained):
    engine = PlayedEngine([task([order(0, strained[0])])], refusals=2)
    worker = Worker(Engine(engine.address, None, 60_000), copper, 60, lambda text: None)
    thread = threading.Thread(target=worker.run)
    thread.start()
    end = time.monotonic() + 60
    while len(engine.told_of("complete")) < 3 and time.monotonic() < end:
        time.sleep(0.02)
    worker.stop()
    thread.join()
    results = [told["localVariables"]["results"]["value"] for told in engine.told_of("complete")]
    assert len(results) == 3 and len(set(results)) == 1


def test_a_task_without_work_is_given_back_with_the_reason(copper):
    engine = PlayedEngine([{"id": "t1", "retries": 2, "variables": {}}])
    worked(engine, copper, "failure")
    failure = engine.told_of("failure")[0]
    assert failure["retries"] == 1
    assert "its plugin is missing" in failure["errorMessage"]


def test_work_for_other_weights_is_given_back_with_both_hashes(copper, strained):
    ordered = order(0, strained[0])
    settings = {**SETTINGS, "options": {"model.sha256": "ab" * 32}}
    ordered["job"]["settings"] = settings
    engine = PlayedEngine([task([ordered])])
    worked(engine, copper, "failure")
    failure = engine.told_of("failure")[0]
    assert failure["retries"] == 3 and failure["retryTimeout"] == 10_000
    assert "ab" * 32 in failure["errorMessage"]


def test_a_worker_that_is_told_to_stop_hands_its_task_back(copper, strained):
    engine = PlayedEngine([task([order(0, strained[0])])])
    worker = Worker(Engine(engine.address, None, 60_000), copper, 60, lambda text: None)
    slow = copper.evaluate

    def evaluate(structures):
        worker.stop()
        return slow(structures)

    object.__setattr__(copper, "evaluate", evaluate)
    worker.run()
    assert engine.told_of("unlock") and not engine.told_of("complete")


def test_a_lock_is_extended_while_it_computes(copper, strained):
    engine = PlayedEngine([task([order(0, strained[0])])])
    slow = copper.evaluate

    def evaluate(structures):
        time.sleep(0.3)
        return slow(structures)

    object.__setattr__(copper, "evaluate", evaluate)
    worker = Worker(Engine(engine.address, None, 300), copper, 0.3, lambda text: None)
    thread = threading.Thread(target=worker.run)
    thread.start()
    end = time.monotonic() + 60
    while not engine.told_of("extendLock") and time.monotonic() < end:
        time.sleep(0.02)
    worker.stop()
    thread.join()
    assert engine.told_of("extendLock")[0] == {"workerId": worker.name, "newDuration": 300}


def test_an_engine_that_is_not_there_is_named_before_any_task():
    with pytest.raises(Unfit, match="http://127.0.0.1:9/engine-rest cannot be reached: .*refused"):
        Engine("http://127.0.0.1:9/engine-rest", None, 1000).check()
    with pytest.raises(Unreachable):
        Engine("http://127.0.0.1:9", None, 1000).fetch("w", "relax-mace")


def test_a_wrong_password_is_named_before_any_task():
    engine = PlayedEngine([], login="Basic c29tZWJvZHk6ZWxzZQ==")
    with pytest.raises(Unfit, match="refuses name or password of user 'me'"):
        Engine(engine.address, ("me", "guess"), 1000).check()
    with pytest.raises(Unfit, match="asks for a name and a password"):
        Engine(engine.address, None, 1000).check()
    assert Engine(engine.address, ("somebody", "else"), 1000).check() == "7.24.0"


def test_a_parcel_that_is_none_is_said_to_be_none():
    for text in ("", "no base64!", "aGVsbG8="):
        with pytest.raises(ValueError, match="no parcel"):
            unpack(text)
