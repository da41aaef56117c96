"""A decorator, an option, a base and an annotation need the name when the file is imported."""

from celery import shared_task

from choir.services.errors import VoiceLost
from choir.services.models import Song
from choir.services.tracing import traced


@shared_task(autoretry_for=(VoiceLost,), retry_backoff=True)
@traced("rehearse")
def rehearse(title: str) -> int:
    return _sing(Song(title))


def _sing(song: Song) -> int:
    if not song.verses:
        raise VoiceLost(song)
    return len(song.verses)
