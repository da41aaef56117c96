"""While every slot polls, what they wait for does not run; tasks that come back later let it run."""

import time
from typing import Any

from proofs import lab

app = lab.memory_app()
LIMIT = 8


@app.task
def part() -> int:
    return 1


@app.task
def poll() -> str:
    result = part.delay()
    for _ in range(LIMIT):
        if result.ready():
            return "done"
        time.sleep(0.05)
    return "polled in vain"


@app.task(bind=True, max_retries=20)
def come_back(self: Any, task_id: str | None = None) -> str:
    task_id = task_id or part.delay().id
    if not app.AsyncResult(task_id).ready():
        raise self.retry(args=(task_id,), countdown=0)
    return "done"


def prove() -> None:
    with lab.worker_thread(app):  # one slot
        lab.claim("hazard: a loop that polls", lab.outcome(poll.delay()), ("SUCCESS", "polled in vain"))
        lab.claim("mended: look once and retry", lab.outcome(come_back.delay()), ("SUCCESS", "done"))


if __name__ == "__main__":
    lab.main(prove)
