from celery import shared_task as task
from celery.exceptions import SoftTimeLimitExceeded

from ferries.positions import PositionFeed, report_position

TEN_MINUTES = 600


@task(
    name="ferries.follow",
    bind=True,
    soft_time_limit=TEN_MINUTES,
    ignore_result=True,
)
def follow(self, ferry: str) -> None:
    feed = PositionFeed(ferry)
    while feed.is_open:
        try:
            report_position(ferry, feed.next_position())
        except SoftTimeLimitExceeded:
            raise
        except:
            feed.skip()
