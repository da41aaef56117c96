"""With `max_retries=None` the comparison raises TypeError before anything is retried."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


def listen_once(self: Any) -> str:
    """The first run finds no signal, and looks whether it may be retried."""
    runs.append("run")
    if len(runs) > 1:
        return "signal"
    if self.request.retries >= self.max_retries:
        return "lost"
    raise self.retry(countdown=0)


@app.task(bind=True, max_retries=None)
def listen(self: Any) -> str:
    return listen_once(self)


@app.task(bind=True, max_retries=288)
def listen_mended(self: Any) -> str:
    return listen_once(self)


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(listen.delay()), ("FAILURE", "TypeError"))
        lab.claim("hazard: runs", len(runs), 1)
        runs.clear()
        lab.claim("mended: the task ends in", lab.outcome(listen_mended.delay()), ("SUCCESS", "signal"))
        lab.claim("mended: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
