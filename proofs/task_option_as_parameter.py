"""An option among the parameters is an argument like any other: it sets nothing."""

from typing import Any

from proofs import lab

app = lab.memory_app()
runs: list[str] = []


@app.task(bind=True, default_retry_delay=0)
def send(self: Any, max_retries: int = 1, autoretry_for: Any = (ConnectionError,)) -> None:
    runs.append("run")
    raise self.retry()


@app.task(bind=True, default_retry_delay=0, max_retries=1)
def send_mended(self: Any) -> None:
    runs.append("run")
    raise self.retry()


def prove() -> None:
    lab.claim("hazard: max_retries, autoretry_for", (send.max_retries, hasattr(send, "autoretry_for")), (3, False))
    with lab.worker_thread(app):
        lab.claim("hazard: the task ends in", lab.outcome(send.delay()), ("FAILURE", "MaxRetriesExceededError"))
        lab.claim("hazard: runs", len(runs), 4)

        runs.clear()
        lab.claim("mended: the task ends in", lab.outcome(send_mended.delay()), ("FAILURE", "MaxRetriesExceededError"))
        lab.claim("mended: runs", len(runs), 2)


if __name__ == "__main__":
    lab.main(prove)
