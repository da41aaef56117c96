"""Whether these acknowledge late is said in a file that does not show."""

from celery import Celery, shared_task

from genomes.align import align
from genomes.base import DurableTask
from genomes.options import LATE

app = Celery("genomes")
app.config_from_object("genomes.celeryconfig")


@app.task(reject_on_worker_lost=True)
def align_sample(sample: str) -> str:
    return align(sample)


@shared_task(reject_on_worker_lost=True)
def align_pair(left: str, right: str) -> str:
    return align(left, right)


@shared_task(base=DurableTask, reject_on_worker_lost=True)
def align_family(samples: list[str]) -> list[str]:
    return [align(sample) for sample in samples]


@shared_task(acks_late=LATE, reject_on_worker_lost=True)
def align_again(sample: str) -> str:
    return align(sample)
