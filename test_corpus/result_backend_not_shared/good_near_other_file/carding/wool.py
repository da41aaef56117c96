from celery.result import AsyncResult

from carding.celery import app


@app.task
def comb(bales: int) -> int:
    return bales * 4


def comb_now(bales: int) -> int:
    sent = comb.delay(bales)
    return AsyncResult(sent.id).get(timeout=10)
