"""A task whose outermost handler keeps the error ends in SUCCESS: callbacks run, `on_failure` and errbacks do not."""

from typing import Any

from proofs import lab

app = lab.memory_app()
ran: list[str] = []


@app.task
def callback(_: object) -> None:
    ran.append("callback")


@app.task
def errback(*_: object) -> None:
    ran.append("errback")


def note_failure(*_: object) -> None:
    ran.append("on_failure")


def remind() -> None:
    raise LookupError("no address")


@app.task(on_failure=note_failure)
def remind_all() -> None:
    try:
        remind()
    except Exception:
        ran.append("handler")


@app.task(on_failure=note_failure)
def remind_all_mended() -> None:
    try:
        remind()
    except Exception:
        raise


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def after(task: Any) -> tuple[str, list[str]]:
    """The state of a task, and what ran."""
    ran.clear()
    result = task.apply_async(link=callback.s(), link_error=errback.s())
    for _ in range(2):
        lab.outcome(idle.delay())
    return result.state, sorted(ran)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: state, and what ran", after(remind_all), ("SUCCESS", ["callback", "handler"]))
        lab.claim("mended: state, and what ran", after(remind_all_mended), ("FAILURE", ["errback", "on_failure"]))


if __name__ == "__main__":
    lab.main(prove)
