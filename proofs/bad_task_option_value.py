"""Options that count are taken as they are: a timedelta, a text or None in place of a number is a TypeError."""

from datetime import timedelta
from functools import partial
from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


def a_task(**options: Any) -> Any:
    @app.task(bind=True, name=f"push_{sorted(options.items())!r}", **options)
    def push(self: Any) -> None:
        runs.append(self.name)
        raise self.retry(exc=ConnectionError("no answer"))

    return push


def raised_when_made(**options: Any) -> str | None:
    return lab.raised_by(lambda: a_task(**options).name)


def prove() -> None:
    delay, text = a_task(default_retry_delay=timedelta(seconds=1)), a_task(default_retry_delay="1")
    counted, spanned = a_task(max_retries="3"), a_task(max_retries=timedelta(3))
    mended = a_task(default_retry_delay=timedelta(0).total_seconds(), max_retries=1, retry_backoff_max=60)
    seconds = a_task(
        default_retry_delay=timedelta(0).total_seconds(),
        max_retries=1,
        expires=timedelta(1).total_seconds(),
        retry_backoff_max=timedelta(1).total_seconds(),
    )
    expires = a_task(expires=timedelta(1))
    with lab.worker_thread(app):
        for kind, task in (("timedelta", delay), ("text", text)):
            words = f"[{task.delay().id}] reject requeue=False: '<' not supported"
            lab.wait_until(partial(lab.is_logged, words))
            lab.claim(f"hazard: with default_retry_delay of {kind} the retry is lost, runs", runs, [task.name])
            runs.clear()
        lab.claim("hazard: max_retries of text ends in", lab.outcome(counted.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: max_retries of timedelta ends in", lab.outcome(spanned.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: expires of timedelta raises at the call", lab.raised_by(expires.delay), "TypeError")
        for option, value in (
            ("retry_backoff", None),
            ("retry_backoff_max", None),
            ("retry_backoff_max", timedelta(1)),
        ):
            lab.claim(
                f"hazard: {option}={value!r} raises when the task is made",
                raised_when_made(**{option: value}),
                "TypeError",
            )

        for name, task in (("numbers", mended), ("total_seconds()", seconds)):
            ends_in = lab.outcome(task.delay())
            lab.claim(f"mended by {name}: the task is retried and ends in", ends_in, ("FAILURE", "ConnectionError"))


if __name__ == "__main__":
    lab.main(prove)
