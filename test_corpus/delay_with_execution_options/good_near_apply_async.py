"""Where execution options belong: in `apply_async`, in `set`, in the task's own options."""

from celery import chain, shared_task

from audio.tracks import master, mix


@shared_task(expires=3600, priority=5)
def mix_track(track_id: int) -> int:
    return mix(track_id)


@shared_task
def master_track(track_id: int) -> int:
    return master(track_id)


def finish(track_id: int) -> None:
    mix_track.apply_async((track_id,), countdown=10, queue="audio")
    mix_track.s(track_id).set(priority=9).delay()
    mix_track.si(track_id).apply_async(expires=60)
    mix_track.signature((track_id,), countdown=10, queue="audio").delay()
    chain(mix_track.s(track_id), master_track.s().set(queue="slow")).apply_async(countdown=5)
