"""A task that returns its error ends in SUCCESS, and its chain goes on with the error."""

from typing import Any

from celery import chain

from proofs import lab

app = lab.memory_app()
given: list[Any] = []
failed: list[str] = []


@app.task
def note_failure(*_: object) -> None:
    failed.append("errback")


@app.task
def book(entry: Any) -> None:
    given.append(entry)


def post() -> None:
    raise LookupError("no ledger")


@app.task
def pay() -> dict[str, str]:
    try:
        post()
    except Exception as error:
        return {"error": str(error)}
    return {}


@app.task
def pay_mended() -> dict[str, str]:
    try:
        post()
    except LookupError:
        raise
    return {}


@app.task
def idle() -> None:
    """Ends after all that was sent before it."""


def after(task: Any) -> tuple[str, list[Any], list[str]]:
    """The state of a task at the head of a chain, what the next one was given, and whether the errback ran."""
    given.clear()
    failed.clear()
    last = chain(task.s(), book.s()).apply_async(link_error=note_failure.s())
    for _ in range(3):
        lab.outcome(idle.delay())
    return last.parent.state, list(given), list(failed)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim(
            "hazard: state, the next link's argument, errback", after(pay), ("SUCCESS", [{"error": "no ledger"}], [])
        )
        lab.claim("mended: state, the next link's argument, errback", after(pay_mended), ("FAILURE", [], ["errback"]))


if __name__ == "__main__":
    lab.main(prove)
