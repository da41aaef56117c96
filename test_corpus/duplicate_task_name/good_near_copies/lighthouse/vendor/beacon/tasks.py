from celery import shared_task


@shared_task(name="lighthouse.turn")
def turn_beacon(degrees: int) -> str:
    return f"turned by {degrees}"
