from celery import shared_task


@shared_task
def send_alert(ship: str) -> None:
    print("alert", ship)


def on_fire(ship: str) -> None:
    send_alert.apply_async((ship,), priority=9)
