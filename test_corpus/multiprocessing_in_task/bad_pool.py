from multiprocessing import Pool

from celery import shared_task

from video.frames import render_frame


@shared_task
def render_video(frames: list[str]) -> list[str]:
    with Pool(4) as pool:  # expect CEL129: Pool(4)
        return pool.map(render_frame, frames)
