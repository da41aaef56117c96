from celery import shared_task


@shared_task(name="lighthouse.turn")
def fake_turn(degrees: int) -> int:
    return degrees
