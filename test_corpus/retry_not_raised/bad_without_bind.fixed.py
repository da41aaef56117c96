from celery import current_task
from celery import shared_task as task

from races.timing import NotFinished, official_time


@task(max_retries=30)
def publish_time(runner: int) -> str:
    try:
        return official_time(runner)
    except NotFinished as error:
        raise current_task.retry(exc=error, countdown=60)


@task(max_retries=30)
def publish_ranking(race: str) -> list[str]:
    times = [official_time(runner) for runner in range(1, 4)]
    if not all(times):
        raise publish_ranking.retry(countdown=120)
    return sorted(times)
