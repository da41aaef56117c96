"""The setting makes every task of the app acknowledge late."""

from celery import Celery

from genomes.align import align, index

app = Celery("genomes")
app.conf.update(task_acks_late=True, worker_prefetch_multiplier=1)


@app.task(reject_on_worker_lost=True)
def align_read(read: str) -> int:
    return align(read)


@app.task(reject_on_worker_lost=False, acks_late=False)
def index_genome(sample: str) -> None:
    index(sample)
