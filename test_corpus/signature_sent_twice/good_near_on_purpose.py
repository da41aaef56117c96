"""Other arguments, another time, another queue: these are meant to run twice."""

from timelines.tasks import analyse


def start(sketches: list[int]) -> None:
    job = analyse.s(depth=2)
    job.delay(sketches[0])
    job.delay(sketches[-1])
    check = analyse.si(sketches[0])
    check.apply_async()
    check.apply_async(countdown=3600)
    check.apply_async(queue="replica")
