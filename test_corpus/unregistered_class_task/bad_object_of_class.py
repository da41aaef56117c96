from celery import Task

from swimming.lanes import close_lane


class CloseLane(Task):
    max_retries = 2

    def run(self, lane: int) -> None:
        close_lane(lane)


def close_lanes(lanes: list[int]) -> None:
    for lane in lanes:
        CloseLane().delay(lane)  # expect CEL124: CloseLane().delay(lane)
