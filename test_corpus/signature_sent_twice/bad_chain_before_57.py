# settings: target-celery = "5.4"
from celery import chain

from timelines.tasks import analyse, import_file


def start(path: str) -> None:
    steps = chain(import_file.s(path), analyse.s())
    steps.apply_async()
    steps.delay()  # expect CEL536: steps.delay()
