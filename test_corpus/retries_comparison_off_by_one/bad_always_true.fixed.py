from celery import Celery

from claims.dead_letters import bury
from claims.insurer import InsurerDown, submit

app = Celery("claims")


@app.task(bind=True)
def submit_small_claim(task, claim_id: int) -> None:
    try:
        submit(claim_id)
    except InsurerDown:
        if task.request.retries < task.max_retries:
            raise task.retry()
        bury(claim_id)


@app.task(bind=True)
def submit_large_claim(task, claim_id: int) -> str:
    try:
        submit(claim_id)
    except InsurerDown:
        tries = task.request.retries
        if task.max_retries > tries:
            task.retry()
        else:
            bury(claim_id)
    return "submitted"
