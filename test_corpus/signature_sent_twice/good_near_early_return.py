"""The second call stands behind a return; and a copy was made on purpose."""

from timelines.tasks import analyse


def start(sketch_id: int, urgent: bool) -> None:
    job = analyse.s(sketch_id)
    if urgent:
        job.apply_async(priority=0)
        return
    job.apply_async()


def warm_up(sketch_id: int) -> None:
    job = analyse.s(sketch_id)
    job.apply_async()
    job.clone().apply_async()
