"""An annotation makes the task acknowledge late."""

from celery import Celery

from genomes.align import align

app = Celery("genomes")
app.conf.task_annotations = {"*": {"acks_late": True}}


@app.task(reject_on_worker_lost=True)
def align_batch(samples: list[str]) -> list[str]:
    return [align(sample) for sample in samples]
