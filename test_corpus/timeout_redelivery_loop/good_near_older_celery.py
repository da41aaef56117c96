# settings: target-celery = "5.4"
"""Before Celery 5.5 the message is not put back at once, and `acks_on_timeout` came with 5.7."""

from celery import Celery

from proteins.fold import fold

app = Celery("proteins")


@app.task(acks_late=True, acks_on_failure_or_timeout=False, time_limit=60)
def fold_fragment(sequence: str) -> str:
    return fold(sequence)
