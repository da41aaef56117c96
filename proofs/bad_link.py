"""A task, a name or a result in place of a signature fails; an errback that takes another number never runs."""

import time
from typing import Any

from proofs import lab

app = lab.memory_app()
ran: list[str] = []


@app.task
def fly(kite: int) -> int:
    return kite


@app.task
def crash() -> None:
    raise ValueError


@app.task
def land(kite: int) -> int:
    ran.append("land")
    return kite


@app.task
def takes_nothing() -> None:
    ran.append("takes_nothing")


@app.task
def takes_id(task_id: str) -> None:
    ran.append("takes_id")


@app.task
def takes_two(exc: object, traceback: object) -> None:
    ran.append("takes_two")


@app.task
def takes_three(request: object, exc: object, traceback: object) -> None:
    ran.append("takes_three")


@app.task(bind=True)
def bound_takes_id(self: Any, task_id: str) -> None:
    ran.append("bound_takes_id")


@app.task(bind=True)
def bound_takes_three(self: Any, request: object, exc: object, traceback: object) -> None:
    ran.append("bound_takes_three")


def ran_as_errbacks(*errbacks: Any) -> list[str]:
    """Which of the errbacks of a failing task run."""
    ran.clear()
    lab.outcome(crash.apply_async(link_error=list(errbacks)))
    time.sleep(0.3)
    return sorted(ran)


def prove() -> None:
    lab.claim("hazard: a task", lab.raised_by(fly.apply_async, (1,), link=land), "EncodeError")
    linked = fly.s(1)
    linked.link(land)
    lab.claim("hazard: a task, by the method", lab.raised_by(linked.delay), "EncodeError")
    lab.claim("hazard: a result", lab.raised_by(fly.apply_async, (1,), link=land.delay(1)), "EncodeError")
    with lab.worker_thread(app):
        named = fly.apply_async((1,), link=land.name)
        lab.claim("hazard: a name", lab.outcome(named), ("FAILURE", "AttributeError"))
        ran.clear()
        called = fly.apply_async((1,), link=land(2))
        lab.claim("hazard: a call", (lab.outcome(called), ran), (("FAILURE", "AttributeError"), ["land"]))
        unfit = takes_nothing.s(), takes_two.s(), bound_takes_three.s(), takes_three.si(), takes_id.si()
        lab.claim("hazard: these errbacks never run", ran_as_errbacks(*unfit), [])

        fit = takes_nothing.si(), takes_id.s(), takes_three.s(), bound_takes_id.s()
        names = ["bound_takes_id", "takes_id", "takes_nothing", "takes_three"]
        lab.claim("mended: these do", ran_as_errbacks(*fit), names)
        ran.clear()
        lab.claim("mended: a signature", lab.outcome(fly.apply_async((1,), link=land.s())), ("SUCCESS", 1))
        lab.wait_until(lambda: ran == ["land"])


if __name__ == "__main__":
    lab.main(prove)
