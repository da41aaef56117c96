from datetime import timedelta

from celery import Celery, Task

from museum.catalogue import reindex

app = Celery("museum")


class Patient(Task):
    abstract = True
    default_retry_delay = timedelta(hours=1)  # expect CEL135: timedelta(hours=1)
    max_retries = 10


@app.task(base=Patient, autoretry_for=(OSError,))
def reindex_catalogue() -> None:
    reindex()
