"""The result of a task with `ignore_result=True` is None at once, and by its id it never comes; without a backend every
question about one raises."""

from celery import VERSION, Celery
from celery.exceptions import TimeoutError as NotReadyError

from proofs import lab

app = lab.memory_app()
bare_app = Celery("bare", broker="memory://")
ran: list[int] = []


@app.task(ignore_result=True)
def double(number: int) -> int:
    ran.append(number)
    return number * 2


@app.task
def double_and_store(number: int) -> int:
    return number * 2


@bare_app.task
def double_unstored(number: int) -> int:
    return number * 2


def prove() -> None:
    unstored = double_unstored.delay(1)
    lab.claim("hazard: get() without a backend", lab.raised_by(unstored.get, timeout=1), "NotImplementedError")
    by_id = double_unstored.AsyncResult(unstored.id)
    lab.claim("hazard: get() by id without a backend", lab.raised_by(by_id.get, timeout=1), "NotImplementedError")
    lab.claim("hazard: state without a backend", lab.raised_by(lambda: unstored.state), "AttributeError")
    lab.claim("hazard: ready() without a backend", lab.raised_by(unstored.ready), "AttributeError")
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
