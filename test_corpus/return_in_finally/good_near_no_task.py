"""No task reaches this function."""

from celery import shared_task

from catalog.images import scale


def preview(image_id: int) -> bytes | None:
    image = None
    try:
        image = scale(image_id, small=True)
    finally:
        return image


@shared_task
def scale_cover(image_id: int) -> bytes:
    try:
        return scale(image_id)
    finally:
        print("scaled", image_id)
