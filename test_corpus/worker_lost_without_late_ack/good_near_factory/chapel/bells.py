from chapel.extensions import celery
from chapel.tower import ring


@celery.task(reject_on_worker_lost=True)
def ring_bells(times: int) -> None:
    ring(times)
