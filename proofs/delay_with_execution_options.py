"""`.delay(...)` passes every keyword to the task: an execution option is a TypeError at the call.

For a task that takes `**kwargs` it silently becomes an argument, and the option has no effect.
"""

from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task(bind=True)
def remind(self: Any, order: str) -> tuple[str, bool]:
    return order, self.request.eta is not None


@app.task(bind=True)
def remind_with(self: Any, order: str, **details: object) -> tuple[str, object, bool]:
    return order, details, self.request.eta is not None


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: delay raises", lab.raised_by(remind.delay, "A1", countdown=1), "TypeError")
        lab.claim("hazard: s().delay raises", lab.raised_by(remind.s("A1", countdown=1).delay), "TypeError")
        lab.claim("hazard: s().delay(countdown) raises", lab.raised_by(remind.s("A1").delay, countdown=1), "TypeError")
        silent = remind_with.delay("B1", countdown=1)
        observed = ("SUCCESS", ["B1", {"countdown": 1}, False])
        lab.claim("hazard: order, keywords, is delayed", lab.outcome(silent), observed)

        mended = remind.apply_async(args=("C1",), countdown=1)
        mended_with = remind_with.apply_async(args=("D1",), countdown=1)
        lab.claim("mended: order, is delayed", lab.outcome(mended), ("SUCCESS", ["C1", True]))
        lab.claim("mended: order, keywords, is delayed", lab.outcome(mended_with), ("SUCCESS", ["D1", {}, True]))


if __name__ == "__main__":
    lab.main(prove)
