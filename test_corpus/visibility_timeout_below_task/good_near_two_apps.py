"""Which of two apps has which broker and which tasks is more than one file tells."""

from celery import Celery

from canal.locks import drain

locks = Celery("locks", broker="redis://localhost/0")
bridges = Celery("bridges")
bridges.conf.update(task_acks_late=True, task_time_limit=3 * 3600)


@bridges.task
def drain_lock(lock: str) -> None:
    drain(lock)
