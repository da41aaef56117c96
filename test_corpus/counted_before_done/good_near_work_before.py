"""The work is done when the item is counted; what follows tells somebody, or ends the run."""

from celery import shared_task

from museum.catalogue import clean, paintings_of, tell_curator


@shared_task
def clean_paintings(room: str) -> int:
    cleaned = 0
    for painting in paintings_of(room):
        try:
            clean(painting)
            cleaned += 1
            tell_curator(painting)
        except OSError:
            continue
    return cleaned


@shared_task
def clean_until_it_fails(room: str) -> int:
    cleaned = 0
    for painting in paintings_of(room):
        try:
            cleaned += 1
            clean(painting)
        except OSError:
            return cleaned - 1
    return cleaned
