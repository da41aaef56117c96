from celery import shared_task

from forge.anvil import shape


@shared_task
def bend(angle: int) -> int:
    return shape.bent.apply_async((angle,)).id
