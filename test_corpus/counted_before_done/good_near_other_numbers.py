"""These count what was tried or looked at, or take an item back when it fails."""

from celery import shared_task

from museum.catalogue import paintings_of, photograph


@shared_task
def photograph_paintings(room: str) -> dict[str, int]:
    attempted = checked = number = photographed = 0
    for painting in paintings_of(room):
        try:
            attempted += 1
            checked += 1
            number += 1
            photographed += 1
            photograph(painting)
        except OSError:
            photographed -= 1
    return {"attempted": attempted, "checked": checked, "number": number, "photographed": photographed}
