"""`2 ** retries` is the same for all tasks and has no end; Celery's own function has a cap and jitter."""

from typing import Any

from celery.utils.time import get_exponential_backoff_interval

from proofs import lab

app = lab.memory_app()
countdowns: list[float] = []
MANY = 12


def note_wait(task: Any) -> None:
    """Keep what a retry of the task would wait, and do not wait it."""
    original = task.signature_from_request

    def spy(*args: Any, **kwargs: Any) -> Any:
        countdowns.append(kwargs["countdown"])
        return original(*args, **{**kwargs, "countdown": 0})

    task.signature_from_request = spy


@app.task(bind=True, max_retries=MANY)
def doubling(self: Any) -> None:
    raise self.retry(countdown=2**self.request.retries)


@app.task(bind=True, max_retries=MANY)
def mended(self: Any) -> None:
    raise self.retry(countdown=get_exponential_backoff_interval(1, self.request.retries, 60, full_jitter=True))


def waits(task: Any) -> list[float]:
    """The waits of the retries of a task."""
    countdowns.clear()
    lab.outcome(task.delay())
    return countdowns[:MANY]


def prove() -> None:
    note_wait(doubling)
    note_wait(mended)
    with lab.worker_thread(app):
        first = waits(doubling)
        lab.claim("hazard: two tasks wait the same", waits(doubling), first)
        lab.claim("hazard: the longest wait", max(first), 2 ** (MANY - 1))
        lab.claim("hazard: days that the 20th retry waits", 2**19 // 86400, 6)
        first = waits(mended)
        lab.claim("mended: two tasks wait the same", waits(mended) == first, False)
        lab.claim("mended: the longest wait is at most a minute", max(first) <= 60, True)


if __name__ == "__main__":
    lab.main(prove)
