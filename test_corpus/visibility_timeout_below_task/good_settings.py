import os

from celery import Celery

from matches.video import cut_highlights

REDIS_URL = os.getenv("REDIS_URL", "redis://localhost:6379/0")
app = Celery("matches", broker=REDIS_URL, backend=REDIS_URL)
app.conf.update(
    task_acks_late=True,
    task_soft_time_limit=7 * 3600,
    task_time_limit=8 * 3600,
    worker_prefetch_multiplier=1,
    broker_transport_options={"visibility_timeout": 9 * 3600},
)


@app.task
def cut(match: int) -> None:
    cut_highlights(match)
