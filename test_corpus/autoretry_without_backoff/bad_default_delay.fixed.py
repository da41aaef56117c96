from celery import shared_task

from weather.stations import read_station


@shared_task(
    retry_backoff=True,
    bind=True,
    autoretry_for=(ConnectionError, TimeoutError),
    max_retries=5,
)
def read(self, station: str) -> float:
    return read_station(station)
