from celery import shared_task


@shared_task
def turn(wheel: int) -> None:
    print("turning", wheel)
