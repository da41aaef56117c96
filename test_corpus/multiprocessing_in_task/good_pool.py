from billiard import Pool
from celery import shared_task

from video.frames import render_frame


@shared_task
def render_video(frames: list[str]) -> list[str]:
    with Pool(4) as pool:
        return pool.map(render_frame, frames)
