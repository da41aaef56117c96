"""What the proofs share: real workers, their outcomes, and claims that fail on a difference.

A proof runs in a temporary folder of its own. Whatever is a file (broker, results, database, log) has a relative name.
"""

import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from celery import Celery, signals
from celery.contrib.testing.worker import start_worker
from kombu.transport import filesystem

PROOF_LIMIT = 60  # seconds a whole proof may take
WAIT_LIMIT = 20.0  # seconds that waiting for one thing may take
SKIPPED = 77  # exit status of a proof that cannot run here, as automake has it
LOG = Path("worker.log")
FOLDERS = ("broker", "control", "processed", "results")  # of a worker in a process
ROOT = Path(__file__).resolve().parent.parent


class DifferenceError(Exception):
    """A claim does not hold."""


class SkipError(Exception):
    """The proof cannot run here."""


def claim(name: str, observed: object, expected: object) -> None:
    """Print what was observed; it has to equal what the claim expects."""
    if observed != expected:
        raise DifferenceError(f"{name}: expected {expected!r}, observed {observed!r}")
    print(f"{name}: {observed!r}", flush=True)


def skip(reason: str) -> NoReturn:
    """End the proof: it cannot run here."""
    raise SkipError(reason)


def main(prove: Callable[[], None]) -> NoReturn:
    """Run a proof in a temporary folder; the exit status is 0 (holds), 1 (differs) or 77 (skipped)."""
    home = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="celerylint-proof-", ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            if not hasattr(signal, "SIGALRM"):
                skip("a worker process needs a POSIX system")
            _limit_time()
            _log_to_file()
            _forget_other_brokers()
            for name in FOLDERS:
                Path(name).mkdir()
            prove()
            status = 0
        except SkipError as reason:
            print(f"skipped: {reason}")
            status = SKIPPED
        except Exception as error:
            status = 1
            print(LOG.read_text() if LOG.exists() else "(no log)", file=sys.stderr)
            if not isinstance(error, DifferenceError):
                traceback.print_exc()
            print(f"differs: {error}" if isinstance(error, DifferenceError) else f"differs: {error!r}")
        finally:
            os.chdir(home)
    sys.exit(status)


def _limit_time() -> None:
    def stop(_signal: int, _frame: object) -> NoReturn:
        raise TimeoutError(f"the proof took longer than {PROOF_LIMIT} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PROOF_LIMIT)


def _forget_other_brokers() -> None:
    for name in [name for name in os.environ if name.startswith("CELERY_")]:
        del os.environ[name]  # CELERY_BROKER_URL and CELERY_RESULT_BACKEND would go before the app's own


def _log_to_file() -> None:
    logging.basicConfig(filename=LOG, level=logging.INFO)
    warnings.simplefilter("ignore")  # the hazards cause some, of coroutines never awaited
    signals.setup_logging.connect(_keep_logging)


def _keep_logging(**_: object) -> None:
    """Celery configures the logs only while nobody listens to this signal."""


def memory_app() -> Any:
    """A Celery app whose broker and results live in this process: for a worker in a thread."""
    app = Celery("proof", broker="memory://", backend="cache+memory://")
    app.conf.broker_transport_options = {"polling_interval": 0.01}
    return app


def put_whole(channel: Any, queue: str, payload: Any, **_: Any) -> None:
    """Put a message into its folder at once: kombu's own way lets a reader find one that is half written."""
    name = f"{round(time.monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
    part = Path(channel.data_folder_out, f"{name}.part")  # no queue's name ends so
    part.write_text(json.dumps(payload))
    part.replace(part.with_suffix(""))


setattr(filesystem.Channel, "_put", put_whole)  # noqa: B010 - kombu is typed only in part


def file_app(name: str) -> Any:
    """A Celery app whose broker and results are files: for a worker in a process.

    The name is the module's, so that tasks are called the same here, in `__main__`, and in the worker.
    """
    app = Celery(name, broker="filesystem://", backend="file://results")
    app.conf.broker_transport_options = {
        "polling_interval": 0.01,
        "data_folder_in": "broker",
        "data_folder_out": "broker",
        "control_folder": "control",
        "processed_folder": "processed",
        "store_processed": True,
    }
    return app


@contextmanager
def worker_thread(app: Any, pool: str = "solo", concurrency: int = 1) -> Iterator[None]:
    """A real worker in a thread of this process."""
    with start_worker(app, pool=pool, concurrency=concurrency, perform_ping_check=False, shutdown_timeout=WAIT_LIMIT):
        try:
            yield
        finally:
            app.control.shutdown()  # without a message the worker looks up only every two seconds


@contextmanager
def worker_process(app_path: str, pool: str = "prefork", concurrency: int = 1) -> Iterator[subprocess.Popen[bytes]]:
    """A real `celery worker` process with its children."""
    command = [sys.executable, "-m", "celery", "-A", app_path, "worker"]
    command += [f"--pool={pool}", f"--concurrency={concurrency}", "--loglevel=INFO"]
    command += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with LOG.open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):  # it has ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(WAIT_LIMIT)


def outcome(result: Any) -> tuple[str, Any]:
    """The final state of a task, and what it returned or the name of the exception's type."""
    wait_until(result.ready)
    value = result.result
    return result.state, type(value).__name__ if isinstance(value, BaseException) else value


def wait_until(condition: Callable[[], bool]) -> None:
    """Return once the condition holds."""
    limit = time.monotonic() + WAIT_LIMIT
    while not condition():
        if time.monotonic() > limit:
            raise TimeoutError(f"nothing happened within {WAIT_LIMIT} s")
        time.sleep(0.02)


def is_logged(text: str) -> bool:
    """Whether a worker has logged the text."""
    return text in LOG.read_text()


def raised_by(action: Callable[..., object], *args: object, **kwargs: object) -> str | None:
    """The name of the type of the exception that the call raises."""
    try:
        action(*args, **kwargs)
    except Exception as error:
        return type(error).__name__
    return None


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server in the proof's folder; what follows `postgresql://` in its address. Skips where it is not
    installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not folders:
        skip("PostgreSQL is not installed")
    home, port = Path("postgres").resolve(), free_port()
    home.mkdir()
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if user:
        Path.cwd().chmod(0o755)
        shutil.chown(home, user)
    common: dict[str, Any] = {"user": user, "cwd": home, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    data = str(home / "data")
    subprocess.run([folders[0] / "initdb", "-D", data, "-A", "trust", "-U", "proof", "-N"], check=True, **common)
    options = ["-p", str(port), "-k", str(home), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
    server = subprocess.Popen([folders[0] / "postgres", "-D", data, *options], **common)
    try:
        wait_until(lambda: is_open(port))
        yield f"proof@127.0.0.1:{port}/postgres"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(WAIT_LIMIT)


@contextmanager
def redis_server() -> Iterator[str]:
    """A Redis server of its own; its address. Skips where it is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        skip("Redis is not installed")
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: is_open(port))
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(WAIT_LIMIT)


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_open(port: int) -> bool:
    """Whether somebody listens to a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
