"""`run` of a task class is a method: its `self` needs no option."""

from celery import Task

from podcast.audio import normalise
from podcast.celery import app


class NormaliseEpisode(Task):
    name = "podcast.normalise_episode"
    ignore_result = True

    def run(self, episode_id: int, loudness: float = -16.0) -> None:
        normalise(episode_id, self.clamp(loudness))

    def clamp(self, loudness: float) -> float:
        return min(max(loudness, -24.0), -12.0)


normalise_episode = app.register_task(NormaliseEpisode())
