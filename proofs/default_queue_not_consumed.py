"""A worker consumes the queues of `task_queues` only: a task that nothing routes waits in the default queue."""

from typing import Any, cast

import kombu

from proofs import lab


def state(*names: str, **settings: Any) -> str:
    """The state of a task that nothing routes, when another one sent after it to the first queue is done."""
    app, queue = lab.memory_app(), cast(Any, kombu).Queue
    app.conf.update(task_queues=[queue(name) for name in names], **settings)

    @app.task(name="mail.archive", shared=False)
    def archive() -> None:
        """Nothing to do."""

    app.finalize()
    with lab.worker_thread(app):
        unrouted = archive.delay()
        routed = archive.apply_async(queue=names[0])
        lab.wait_until(routed.ready)
        if "celery" in names or settings:
            lab.wait_until(unrouted.ready)
        return str(unrouted.state)


def prove() -> None:
    lab.claim("hazard: without the default queue", state("outgoing", "incoming"), "PENDING")
    lab.claim("mended: with it", state("outgoing", "celery"), "SUCCESS")
    lab.claim("mended: another default", state("outgoing", "incoming", task_default_queue="incoming"), "SUCCESS")


if __name__ == "__main__":
    lab.main(prove)
