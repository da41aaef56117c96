"""`delay` and `s` are methods of this file's own class."""

import time

from celery import shared_task

from synth.sounds import play


class Echo:
    def delay(self, sound: str, *, countdown: float, queue: str = "left") -> None:
        time.sleep(countdown)
        play(sound, channel=queue)

    def s(self, sound: str, priority: int) -> tuple[str, int]:
        return sound, priority


@shared_task
def play_echo(sound: str) -> tuple[str, int]:
    echo = Echo()
    echo.delay(sound, countdown=0.25)
    echo.delay(sound, countdown=0.5, queue="right")
    return echo.s(sound, priority=1)
