from celery import Celery

from genomes.align import align

app = Celery("genomes", broker="redis://localhost/0")
app.conf.task_time_limit = 7200


@app.task(acks_late=True, reject_on_worker_lost=True, max_retries=2)
def align_genome(sample: str) -> str:
    return align(sample)
