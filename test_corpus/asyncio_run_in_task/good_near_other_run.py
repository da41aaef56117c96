"""Other functions called `run`: of `subprocess`, of a pipeline, of a class of one's own."""

import asyncio
from subprocess import run

from celery import shared_task

from videos.pipeline import Pipeline
from videos.runner import run_async


@shared_task
def encode(video_id: int, path: str) -> None:
    run(["ffmpeg", "-i", path, f"/videos/{video_id}.webm"], check=True)
    pipeline = Pipeline(video_id)
    pipeline.run()
    run_async(asyncio.wait_for(pipeline.publish(), timeout=60))
