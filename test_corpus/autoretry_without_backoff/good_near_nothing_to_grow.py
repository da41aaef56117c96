"""At most one retry, none by Celery, or one by hand that says how long it waits."""

from celery import shared_task

from weather.maps import MapServerBusy, draw


@shared_task(autoretry_for=(ConnectionError,), max_retries=1)
def draw_map(region: str) -> bytes:
    return draw(region)


@shared_task(autoretry_for=(ConnectionError,), retry_kwargs={"max_retries": 1, "countdown": 5})
def draw_map_again(region: str) -> bytes:
    return draw(region)


@shared_task(autoretry_for=())
def draw_small_map(region: str) -> bytes:
    return draw(region, size=100)


@shared_task(bind=True, max_retries=8)
def draw_large_map(self, region: str) -> bytes:
    try:
        return draw(region, size=4000)
    except MapServerBusy as error:
        raise self.retry(exc=error, countdown=60)
