"""In the last run `retries` equals `max_retries`: `>` is never true there, and `<=` always."""

from typing import Any

from proofs import lab

app = lab.memory_app()
seen: list[tuple[bool, bool, bool, bool]] = []


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def submit(self: Any) -> None:
    retries, limit = self.request.retries, self.max_retries
    seen.append((retries > limit, retries <= limit, retries >= limit, retries < limit))
    raise self.retry()


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("the task ends in", lab.outcome(submit.delay()), ("FAILURE", "MaxRetriesExceededError"))
    above, not_above, at_end, before_end = zip(*seen, strict=True)
    lab.claim("hazard: retries > max_retries in each run", above, (False, False, False))
    lab.claim("hazard: retries <= max_retries in each run", not_above, (True, True, True))
    lab.claim("mended: retries >= max_retries in each run", at_end, (False, False, True))
    lab.claim("mended: retries < max_retries in each run", before_end, (True, True, False))


if __name__ == "__main__":
    lab.main(prove)
