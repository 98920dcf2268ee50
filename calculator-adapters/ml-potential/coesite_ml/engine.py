"""The REST interface of a Camunda 7 or Operaton engine, as far as a worker needs it."""

import requests

from coesite_ml.unfit import Unfit

WORK = "work"
RESULTS = "results"

_POLL_MS = 5000
_SECONDS = 20


class Unreachable(Exception):
    """The engine does not answer, for now."""


class Refusal(Exception):
    """The engine says no."""

    def __init__(self, status: int, message: str):
        super().__init__(message)
        self.status = status

    @property
    def is_passing(self) -> bool:
        """Whether asking again may help: two transactions met, or the server is starting."""
        return self.status >= 500

    @property
    def is_not_found(self) -> bool:
        """Whether the engine no longer has what was asked about."""
        return self.status == 404


class Engine:
    """An engine at an address such as http://localhost:8080/engine-rest."""

    def __init__(self, address: str, login: tuple[str, str] | None, lock_ms: int):
        self._address = address.rstrip("/")
        self._lock_ms = lock_ms
        self._session = requests.Session()
        # Nobody's password but the given one: without a login no .netrc is looked up.
        self._login = login
        self._session.auth = login or (lambda request: request)
        self._session.headers["Accept"] = "application/json"

    def check(self) -> str:
        """Version of the engine, or Unfit if there is none that lets us in."""
        try:
            answer = self._send("GET", "/version")
        except Unreachable as problem:
            raise Unfit(str(problem)) from problem
        if answer.status_code in (401, 403):
            raise Unfit(
                f"engine {self._address} refuses name or password of user '{self._login[0]}'"
                if self._login
                else f"engine {self._address} asks for a name and a password",
                "give --user and --password-file; an address often ends in /engine-rest",
            )
        try:
            return answer.json()["version"]
        except (ValueError, KeyError, TypeError):
            raise Unfit(
                f"{self._address} is not the REST interface of an engine, which is something"
                f" like http://localhost:8080/engine-rest (answer {answer.status_code})"
            ) from None

    def fetch(self, worker: str, topic: str) -> dict | None:
        """Takes a task; waits a few seconds for one."""
        tasks = self._post(
            "/external-task/fetchAndLock",
            {
                "workerId": worker,
                "maxTasks": 1,
                "asyncResponseTimeout": _POLL_MS,
                "topics": [
                    {"topicName": topic, "lockDuration": self._lock_ms, "variables": [WORK]}
                ],
            },
        )
        return tasks[0] if tasks else None

    def extend(self, task: str, worker: str) -> bool:
        """Keeps a task locked; False if the engine no longer has it for us."""
        try:
            self._task(task, "extendLock", {"workerId": worker, "newDuration": self._lock_ms})
            return True
        except Refusal as refusal:
            return refusal.is_passing

    def complete(self, task: str, worker: str, results: str) -> None:
        """Ends a task; the results pass through the engine and are not kept as a variable."""
        variable = {"type": "Bytes", "value": results, "valueInfo": {"transient": True}}
        self._task(task, "complete", {"workerId": worker, "localVariables": {RESULTS: variable}})

    def unlock(self, task: str) -> None:
        """Gives a task back, so that anybody may take it at once."""
        self._task(task, "unlock", {})

    def fail(
        self, task: str, worker: str, message: str, details: str, left: int, pause_ms: int
    ) -> None:
        """Gives a task back with so many tries left, the next one after a pause."""
        self._task(
            task,
            "failure",
            {
                "workerId": worker,
                "errorMessage": message,
                "errorDetails": details,
                "retries": left,
                "retryTimeout": pause_ms,
            },
        )

    def _task(self, task: str, action: str, content: dict) -> None:
        self._post(f"/external-task/{task}/{action}", content)

    def _post(self, path: str, content: dict):
        answer = self._send("POST", path, content)
        if answer.status_code >= 300:
            raise Refusal(answer.status_code, _message(answer))
        try:
            return answer.json() if answer.content else None
        except ValueError:
            raise Refusal(500, "the engine answers without JSON") from None

    def _send(self, method: str, path: str, content: dict | None = None) -> requests.Response:
        try:
            return self._session.request(
                method,
                self._address + path,
                json=content,
                timeout=_SECONDS,
                allow_redirects=False,
            )
        except (requests.RequestException, OSError) as failure:
            raise Unreachable(
                f"engine {self._address} cannot be reached: {_reason(failure)}"
            ) from failure


def _message(answer: requests.Response) -> str:
    try:
        return str(answer.json()["message"])
    except (ValueError, KeyError, TypeError):
        first = answer.text.strip().partition("\n")[0]
        return f"answer {answer.status_code}: {first[:300]}"


def _reason(failure: BaseException) -> str:
    """The innermost words: requests wraps a refused connection four times."""
    while failure.__cause__ or failure.__context__:
        failure = failure.__cause__ or failure.__context__
    return str(failure)
