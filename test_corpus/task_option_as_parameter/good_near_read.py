"""The parameters are read: by the body, by what it hands on, or all of them together."""

from celery import shared_task

from drones.radio import fly, land


@shared_task(bind=True)
def fly_home(self, drone: str, max_retries: int = 3, default_retry_delay: int = 10) -> None:
    try:
        fly(drone)
    except TimeoutError as error:
        raise self.retry(exc=error, max_retries=max_retries, countdown=default_retry_delay)


@shared_task
def land_all(zone: str, time_limit: int = 60) -> None:
    land(**locals())
