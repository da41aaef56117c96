"""The decorator in between hands the function a `self` of its own choosing."""

from celery import shared_task

from forest.fires import hottest_spot
from forest.jobs import with_job


@shared_task(name="forest.watch")
@with_job(retries=3)
def watch(self, district: str) -> None:
    spot = hottest_spot(district)
    if spot is None:
        self.retry(minutes=5)
    else:
        self.request(crew=spot.crew)
