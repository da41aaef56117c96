"""The limited task has no loop, and the loop belongs to a task without a limit."""

import logging

from celery import shared_task

from plays.scripts import proofread, scenes_of

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=20)
def proofread_scene(play: str, scene: int) -> int:
    return proofread(play, scene)


@shared_task
def proofread_play(play: str) -> int:
    mistakes = 0
    for scene in scenes_of(play):
        try:
            mistakes += proofread(play, scene)
        except Exception:
            logger.exception("scene %s of %s", scene, play)
    return mistakes
