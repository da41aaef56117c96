"""Only one of the two is sent: on one branch each, or when the first fails."""

from kombu.exceptions import OperationalError

from timelines.tasks import analyse


def start(sketch_id: int, urgent: bool) -> None:
    job = analyse.s(sketch_id)
    if urgent:
        job.apply_async()
    else:
        job.delay()


def start_again(sketch_id: int) -> None:
    job = analyse.s(sketch_id)
    try:
        job.delay()
    except OperationalError:
        job.delay()
    again = analyse.s(sketch_id)
    again.delay()
    again = analyse.s(sketch_id + 1)
    again.delay()
