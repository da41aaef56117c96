"""A task that is called runs in the caller's process, without retries, under a request that is nobody's."""

import threading
from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[tuple[str, Any]] = []


@app.task(bind=True, max_retries=2, default_retry_delay=0)
def fragile(self: Any) -> None:
    runs.append((threading.current_thread().name, self.request.id))
    try:
        raise ConnectionError("no route")
    except ConnectionError as error:
        raise self.retry(exc=error, countdown=0) from error


@app.task(bind=True)
def progress(self: Any) -> None:
    self.update_state(state="PROGRESS", meta={"done": 1})


@app.task
def outer() -> str | None:
    return lab.raised_by(fragile)


def prove() -> None:
    lab.claim("hazard: the error is raised here", lab.raised_by(fragile), "ConnectionError")
    lab.claim("hazard: one run, here, of no request", runs, [(threading.current_thread().name, None)])
    lab.claim("hazard: update_state fails", lab.raised_by(progress), "ValueError")
    runs.clear()
    with lab.worker_thread(app):
        lab.claim("hazard: inside another task", lab.outcome(outer.delay()), ("SUCCESS", "ConnectionError"))
        lab.claim("hazard: one run there", len(runs), 1)
        runs.clear()
        lab.claim("mended: delay", lab.outcome(fragile.delay()), ("FAILURE", "ConnectionError"))
        lab.claim("mended: runs, retries included", len(runs), 3)
        lab.claim("mended: update_state", lab.outcome(progress.delay()), ("SUCCESS", None))


if __name__ == "__main__":
    lab.main(prove)
