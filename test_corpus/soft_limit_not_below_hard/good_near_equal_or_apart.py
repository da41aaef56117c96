"""Equal limits are accepted, and a limit that stands alone has nothing to be above."""

from celery import shared_task

from models.training import tune
from models.settings import HARD_LIMIT


@shared_task(soft_time_limit=300, time_limit=300)
def tune_model(model_id: int) -> None:
    tune(model_id)


@shared_task(soft_time_limit=3000)
def tune_slowly(model_id: int) -> None:
    tune(model_id)


@shared_task(soft_time_limit=3000, time_limit=HARD_LIMIT)
def tune_for_long(model_id: int) -> None:
    tune(model_id)


@shared_task(soft_time_limit=3000, time_limit=None)
def tune_for_ever(model_id: int) -> None:
    tune(model_id)
