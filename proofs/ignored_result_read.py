"""The result of a task with `ignore_result=True` is None at once, and by its id it never comes."""

from celery import VERSION
from celery.exceptions import TimeoutError as NotReadyError

from proofs import lab

app = lab.memory_app()
ran: list[int] = []


@app.task(ignore_result=True)
def double(number: int) -> int:
    ran.append(number)
    return number * 2


@app.task
def double_and_store(number: int) -> int:
    return number * 2


def prove() -> None:
    sent = double.delay(1)
    lab.claim("hazard: get() before any worker runs", sent.get(timeout=5), None)
    with lab.worker_thread(app):
        lab.wait_until(lambda: bool(ran))
        by_id = double.AsyncResult(sent.id)
        late = lab.raised_by(lambda: by_id.get(timeout=0.5))
        lab.claim("hazard: get() by id, after it ran", late, NotReadyError.__name__)
        lab.claim("hazard: state by id, after it ran", by_id.state, "PENDING")
        lab.claim("mended: without the option", lab.outcome(double_and_store.delay(2)), ("SUCCESS", 4))
        kept = double.apply_async((2,), ignore_result=False)
        lab.wait_until(lambda: len(ran) == 2)
        if VERSION[:2] >= (5, 7):
            lab.claim("mended: stored by the call", lab.outcome(kept), ("SUCCESS", 4))
        else:
            late = lab.raised_by(lambda: kept.get(timeout=0.5))
            lab.claim("hazard: not stored by the call", late, NotReadyError.__name__)


if __name__ == "__main__":
    lab.main(prove)
