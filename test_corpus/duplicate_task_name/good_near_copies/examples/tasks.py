from celery import shared_task


@shared_task(name="lighthouse.turn")
def turn_lamp(degrees: int) -> None:
    print(degrees)
