"""Which backend it is, the environment says."""

import os

from celery import Celery

app = Celery("reports", backend=os.environ.get("RESULT_BACKEND", "rpc://"))


def state(task_id: str) -> str:
    return app.AsyncResult(task_id).state
