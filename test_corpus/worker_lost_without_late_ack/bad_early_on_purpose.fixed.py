from celery import Task, shared_task

from genomes.plots import draw


class Durable(Task):
    abstract = True
    acks_late = False
    reject_on_worker_lost = True


@shared_task(acks_late=True, base=Durable)
def draw_plot(sample: str) -> bytes:
    return draw(sample)


@shared_task(acks_late=False, reject_on_worker_lost=True)
def draw_all_plots(samples: list[str]) -> list[bytes]:
    return [draw(sample) for sample in samples]
