"""The `return` belongs to a function inside, and the `finally` only defines it."""

from celery import shared_task

from catalog.images import on_exit, scale


@shared_task
def scale_banner(image_id: int) -> None:
    try:
        scale(image_id)
    finally:

        def report() -> int:
            return image_id

        on_exit(report)
