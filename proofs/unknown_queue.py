"""A queue that no worker consumes is made, and keeps its messages; where Celery may not make it, sending raises."""

import time

from proofs import lab

app = lab.memory_app()
strict = lab.memory_app()
strict.conf.task_create_missing_queues = False
strict.conf.task_queues = {"celery": {}, "oil": {}}


@app.task
def refill(lamp: int) -> int:
    return lamp


@strict.task
def refill_strictly(lamp: int) -> int:
    return lamp


def prove() -> None:
    with lab.worker_thread(app):
        lost = refill.apply_async((1,), queue="oils")
        lab.claim("mended", lab.outcome(refill.apply_async((1,), queue="celery")), ("SUCCESS", 1))
        time.sleep(0.3)
        lab.claim("hazard: it waits for ever", lost.state, "PENDING")
    raised = lab.raised_by(refill_strictly.apply_async, (1,), queue="oils")
    lab.claim("hazard: not in task_queues", raised, "QueueNotFound")
    lab.claim("mended: in task_queues", lab.raised_by(refill_strictly.apply_async, (1,), queue="oil"), None)


if __name__ == "__main__":
    lab.main(prove)
