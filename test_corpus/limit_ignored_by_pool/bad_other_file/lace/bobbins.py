from celery import shared_task

from lace.patterns import weave


@shared_task(soft_time_limit=30)  # expect CEL738: soft_time_limit=30
def weave_edge(pattern: int) -> None:
    weave(pattern)
