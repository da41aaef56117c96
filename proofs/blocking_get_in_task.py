"""In a worker `get()` within a task raises RuntimeError; in an embedded one and outside it waits; with
`allow_join_result()` a task waits in vain for a slot that it holds itself."""

from typing import Any

from celery import group
from celery.exceptions import TimeoutError as NotReadyError
from celery.result import AsyncResult, allow_join_result

from proofs import lab

app = lab.file_app("proofs.blocking_get_in_task")


@app.task
def part(number: int) -> int:
    return number * 2


@app.task
def refused(kind: str) -> str | None:
    waits: dict[str, Any] = {
        "get": lambda: part.delay(1).get(timeout=5),
        "wait": lambda: part.delay(1).wait(timeout=5),
        "group": lambda: group(part.s(1), part.s(2))().join(timeout=5),
        "by id": lambda: AsyncResult("1", app=app).get(timeout=5),
        "apply": lambda: part.apply(args=(1,)).get(),
        "state": lambda: part.delay(1).state,
    }
    return lab.raised_by(waits[kind])


@app.task
def waiting(number: int) -> str:
    with allow_join_result():
        try:
            part.delay(number).get(timeout=1)
        except NotReadyError:
            return "waited in vain"
    return "waited"


def prove() -> None:
    kinds = ("get", "wait", "group", "by id", "apply", "state")
    sent = {kind: refused.delay(kind) for kind in kinds}
    chain = (part.s(1) | part.s()).delay()
    alone = waiting.delay(1)
    with lab.worker_process("proofs.blocking_get_in_task", concurrency=1):
        for kind in kinds:
            expected = None if kind == "state" else "RuntimeError"
            lab.claim(f"{kind}: raises", lab.outcome(sent[kind]), ("SUCCESS", expected))
        lab.claim("mended: a chain", lab.outcome(chain), ("SUCCESS", 4))
        lab.claim("hazard: the only slot waits for itself", lab.outcome(alone), ("SUCCESS", "waited in vain"))
    lab.claim("fine: outside of a task", part.delay(1).state, "PENDING")


if __name__ == "__main__":
    lab.main(prove)
