from celery import Celery

from genomes.align import align, trim

app = Celery("genomes", broker="rediss://queue.genomes.example:6380/0")


@app.task(acks_late=True, time_limit=6 * 3600)  # expect CEL719: time_limit=6 * 3600
def align_genome(sample: str) -> str:
    return align(sample)


@app.task(bind=True, acks_late=True, soft_time_limit=5400)  # expect CEL719: soft_time_limit=5400
def trim_reads(self, sample: str) -> str:
    return trim(sample, attempt=self.request.retries)
