"""An error that the outermost handler takes is a SUCCESS: nothing is retried, no hook or errback is called, the message
is not rejected, and callbacks run, as does the rest of a chain with None."""

import logging
from typing import Any

from celery import chain
from kombu.transport.virtual import Message

from proofs import lab

app = lab.memory_app()
logger = logging.getLogger(__name__)
runs: list[str] = []
OPTIONS: dict[str, Any] = {"autoretry_for": (LookupError,), "max_retries": 2, "retry_kwargs": {"countdown": 0}}


@app.task
def thank(_: object) -> None:
    runs.append("thanked")


def deliver() -> None:
    runs.append("run")
    raise LookupError("no address")


@app.task(**OPTIONS)
def send() -> None:
    try:
        deliver()
    except Exception:
        logger.exception("not sent")


@app.task(**OPTIONS)
def send_mended() -> None:
    try:
        deliver()
    except Exception:
        logger.exception("not sent")
        raise


def bury(self: Any, *_: Any) -> None:
    runs.append("buried")


@app.task
def mourn(*_: Any) -> None:
    runs.append("mourned")


@app.task
def frank(grams: Any) -> None:
    runs.append(f"franked {grams}")


@app.task(on_failure=bury, acks_late=True, acks_on_failure_or_timeout=False)
def weigh() -> int | None:
    try:
        deliver()
        return 20
    except Exception:
        logger.exception("not weighed")
        return None


@app.task(on_failure=bury, acks_late=True, acks_on_failure_or_timeout=False)
def weigh_mended() -> int:
    try:
        deliver()
        return 20
    except Exception:
        logger.exception("not weighed")
        raise


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def after(task: Any) -> tuple[str, list[str]]:
    """The state of a task when nothing is left to run, and what ran."""
    runs.clear()
    result = task.apply_async(link=thank.s())
    for _ in range(4):
        lab.outcome(idle.delay())
    return result.state, list(runs)


def in_chain(task: Any) -> list[str]:
    """What runs of a chain that begins with a task."""
    runs.clear()
    chain(task.s(), frank.s()).apply_async(link_error=mourn.s())
    for _ in range(4):
        lab.outcome(idle.delay())
    return list(runs)


def note_rejections() -> None:
    """Have each rejected message noted."""
    reject: Any = Message.reject

    def noted(self: Any, requeue: bool = False) -> Any:
        runs.append("rejected")
        return reject(self, requeue)

    setattr(Message, "reject", noted)  # noqa: B010 - kombu is typed only in part


def prove() -> None:
    note_rejections()
    with lab.worker_thread(app):
        lab.claim("hazard: state, and what ran", after(send), ("SUCCESS", ["run", "thanked"]))
        lab.claim("mended: state, and what ran", after(send_mended), ("FAILURE", ["run"] * 3))
        lab.claim("hazard: what ran of the chain", in_chain(weigh), ["run", "franked None"])
        lab.claim("mended: what ran of it", sorted(in_chain(weigh_mended)), ["buried", "mourned", "rejected", "run"])


if __name__ == "__main__":
    lab.main(prove)
