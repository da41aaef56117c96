"""Bound by the option: by its value, by a constant, by a dictionary, by the project's own decorator."""

from functools import partial

from celery import shared_task

from cargo.settings import BIND, TASK_OPTIONS
from cargo.trains import TrackBlocked, load

loading_task = partial(shared_task, bind=True, max_retries=3)


@shared_task(bind=BIND)
def load_wagon(self, wagon_id: int) -> None:
    load(wagon_id, label=self.request.id)


@shared_task(**TASK_OPTIONS)
def unload_wagon(self, wagon_id: int) -> None:
    load(wagon_id, label=self.request.id, reverse=True)


@loading_task(name="cargo.load_train")
def load_train(self, wagon_ids: list[int]) -> None:
    try:
        load(*wagon_ids)
    except TrackBlocked as error:
        raise self.retry(exc=error)
