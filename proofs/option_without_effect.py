"""Options that need another: alone they change nothing that can be seen."""

from types import SimpleNamespace
from typing import Any

import celery
from celery.worker import worker
from kombu.message import Message

from proofs import lab

app = lab.memory_app()
runs: list[str] = []
endings: dict[str, str] = {}
naps: list[float] = []


def note(method: str) -> None:
    """Keep how the worker ends the message of each task."""
    original = getattr(Message, method)

    def noting(self: Any, *args: Any, **kwargs: Any) -> Any:
        endings[self.headers["task"]] = method
        return original(self, *args, **kwargs)

    setattr(Message, method, noting)


def failing() -> None:
    runs.append("run")
    raise LookupError("sold out")


def state_inside(self: Any) -> str:
    return str(app.AsyncResult(self.request.id).state)


def given_type(seat: dict[str, str]) -> str:
    return type(seat).__name__


def make(name: str, function: Any = failing, **options: Any) -> Any:
    return app.task(name=name, **options)(function)


REJECTING: dict[str, Any] = {"acks_on_failure_or_timeout": False}
TWICE: dict[str, Any] = {"autoretry_for": (LookupError,), "retry_kwargs": {"max_retries": 1, "countdown": 0}}
rejecting = make("rejecting", **REJECTING)
rejecting_late = make("rejecting_late", acks_late=True, **REJECTING)
numbered_twice = make("numbered_twice", max_retries=5, **TWICE)
storing = make("storing", store_errors_even_if_ignored=True)
ignoring = make("ignoring", ignore_result=True)
storing_ignored = make("storing_ignored", store_errors_even_if_ignored=True, ignore_result=True)
tracked = make("tracked", state_inside, bind=True, track_started=True)
strict = make("strict", given_type, pydantic_strict=True)


@app.task(bind=True, track_started=True, ignore_result=True)
def tracked_ignored(self: Any) -> None:
    runs.append(state_inside(self))


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def ending(task: Any) -> str:
    """How the worker ends the message of a task."""
    task.delay()
    lab.outcome(idle.delay())
    return endings[task.name]


def state(task: Any) -> str:
    result = task.delay()
    lab.outcome(idle.delay())
    return str(result.state)


def ran(task: Any) -> list[str]:
    runs.clear()
    task.delay()
    for _ in range(3):
        lab.outcome(idle.delay())
    return list(runs)


def nap(**settings: Any) -> list[float]:
    """How long an idle worker waits with these settings before it shuts down."""
    naps.clear()
    worker.sleep = naps.append
    conf = SimpleNamespace(worker_enable_soft_shutdown_on_idle=True, **settings)
    worker.WorkController.wait_for_soft_shutdown(SimpleNamespace(app=SimpleNamespace(conf=conf)))
    return list(naps)


def prove() -> None:
    note("ack")
    note("reject")
    with lab.worker_thread(app):
        lab.claim("acks_on_failure_or_timeout=False alone", ending(rejecting), "ack")
        lab.claim("mended: acks_on_failure_or_timeout=False with acks_late", ending(rejecting_late), "reject")
        lab.claim("runs by max_retries=5 beside 1 in retry_kwargs", ran(numbered_twice), ["run"] * 2)
        lab.claim("store_errors_even_if_ignored alone", state(storing), "FAILURE")
        lab.claim("ignore_result alone", state(ignoring), "PENDING")
        lab.claim("both", state(storing_ignored), "FAILURE")
        lab.claim("track_started", lab.outcome(tracked.delay()), ("SUCCESS", "STARTED"))
        lab.claim("track_started with ignore_result", ran(tracked_ignored), ["PENDING"])
        lab.claim("pydantic_strict alone: the task is given", lab.outcome(strict.delay({"train": "7"}))[1], "dict")
    if celery.VERSION >= (5, 5):
        lab.claim("soft shutdown on idle alone: waits", nap(worker_soft_shutdown_timeout=0.0), [])
        lab.claim("soft shutdown on idle with a timeout: waits", nap(worker_soft_shutdown_timeout=20), [20])


if __name__ == "__main__":
    lab.main(prove)
