"""An AsyncResult is written as the ids in it, a signature as a dict; a name bound twice is unknown."""

from celery import group, shared_task


@shared_task
def resize(image: int) -> int:
    return image


@shared_task
def resize_all(images: set[int]):
    images = set(images)
    images = list(images)
    if len(images) == 1:
        return images
    return group(resize.s(image) for image in images).apply_async()
