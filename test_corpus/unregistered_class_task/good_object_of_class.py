from celery import Task

from swimming.celery import app
from swimming.lanes import close_lane


class CloseLane(Task):
    max_retries = 2

    def run(self, lane: int) -> None:
        close_lane(lane)


close = app.register_task(CloseLane())


def close_lanes(lanes: list[int]) -> None:
    for lane in lanes:
        close.delay(lane)
