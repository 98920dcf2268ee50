"""The command coesite-ml-worker."""

import argparse
import os
import signal
import sys
from pathlib import Path

from coesite_ml import VERSION
from coesite_ml.unfit import Unfit, missing_package

PASSWORD = "COESITE_WORKER_PASSWORD"
_BAD_INPUT = 2


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; exit code 2 where it cannot begin."""
    options = _parser().parse_args(arguments)
    if options.stdio:
        # A terminal's Ctrl-C reaches us too; Coesite decides, and we end with its pipe.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    name, _, potential = options.model.partition(":")
    # Threads wait for each other in a spin: beside other work, two are far slower than one.
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    try:
        if options.stdio:
            return _serve(options, name, potential)
        if not options.engine:
            raise Unfit("--engine: the address of a REST interface is needed")
        return _work(options, name, potential)
    except Unfit as problem:
        print(f"coesite-ml-worker: {problem}", file=sys.stderr)
        return _BAD_INPUT
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coesite-ml-worker",
        description="Relaxes crystals with a machine-learned potential for an engine.",
    )
    parser.add_argument("--engine", metavar="URL", help="REST interface of the engine")
    parser.add_argument(
        "--model",
        required=True,
        metavar="NAME[:PATH]",
        help="mace:FILE, chgnet[:RELEASE or FILE], aimnet2:FILE, or ase:MODULE:FACTORY",
    )
    parser.add_argument("--device", default="cpu", help="cpu (default), cuda, cuda:N or mps")
    parser.add_argument("--threads", type=int, default=1, help="threads of the processor (1)")
    parser.add_argument("--user", help="name for the engine")
    parser.add_argument(
        "--password-file", metavar="FILE", help=f"its password; or the variable {PASSWORD}"
    )
    parser.add_argument(
        "--lock",
        type=int,
        default=60,
        metavar="SECONDS",
        help="when this worker is not heard of for so long, others take its task (60)",
    )
    parser.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=VERSION)
    return parser


def _opened(options, name: str, potential: str):
    try:
        from coesite_ml.models import open_model
    except ImportError as missing:
        raise missing_package(missing.name or str(missing), name) from None
    return open_model(name, potential, options.device, options.threads)


def _serve(options, name: str, potential: str) -> int:
    from coesite_ml.private_output import private_output, say

    output = private_output()
    try:
        model = _opened(options, name, potential)
    except Unfit as problem:
        say(output, {"worker": VERSION, "problem": str(problem)})
        return _BAD_INPUT
    from coesite_ml.service import Service

    Service(model, output).run()
    return 0


def _work(options, name: str, potential: str) -> int:
    if not 5 <= options.lock <= 3600:
        raise Unfit(f"--lock: {options.lock} is outside 5 to 3600 s")
    try:
        from coesite_ml.engine import Engine
        from coesite_ml.worker import Worker
    except ImportError as missing:
        raise missing_package(missing.name or str(missing), name) from None
    engine = Engine(_address(options.engine), _login(options), 1000 * options.lock)
    version = engine.check()
    model = _opened(options, name, potential)
    note = lambda text: print(f"coesite-ml-worker: {text}", file=sys.stderr, flush=True)  # noqa: E731
    for warning in model.warnings:
        note(warning)
    worker = Worker(engine, model, options.lock, note)
    for end in (signal.SIGTERM, signal.SIGINT):
        signal.signal(end, lambda *_: worker.stop())
    note(
        f"relaxing with {name} ({model.version}; {model.file or 'no file'}) on {options.device}"
        f" for engine {options.engine}, version {version}"
    )
    worker.run()
    note("ended; what was not finished is handed back")
    return 0


def _address(url: str) -> str:
    if "@" in url:
        raise Unfit(
            "--engine: a password in the address would be seen by others",
            "use --user and --password-file",
        )
    if not url.startswith(("http://", "https://")):
        raise Unfit(f"--engine: '{url}' is not like http://localhost:8080/engine-rest")
    return url


def _login(options) -> tuple[str, str] | None:
    if options.user is None:
        return None
    if options.password_file:
        try:
            return options.user, Path(options.password_file).read_text("utf-8").strip()
        except OSError as unreadable:
            raise Unfit(
                f"--password-file: {options.password_file} cannot be read: {unreadable.strerror}"
            ) from unreadable
    if PASSWORD not in os.environ:
        raise Unfit(f"--user: its password is needed in --password-file or {PASSWORD}")
    return options.user, os.environ[PASSWORD]


if __name__ == "__main__":
    sys.exit(main())
