"""What is handed on cannot be seen."""

from celery import shared_task

from robots.arm import ArmBlocked, move


@shared_task(bind=True)
def move_arm(self, *target: int) -> None:
    try:
        move(*target)
    except ArmBlocked as error:
        options = error.options
        raise self.retry(*options)
