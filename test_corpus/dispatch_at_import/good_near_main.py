"""Nobody who imports this sends anything."""

from celery import shared_task
from celery.schedules import crontab

from mills.celery import app
from mills.wheels import turn


@shared_task
def turn_wheel(wheel: int = 1) -> None:
    turn(wheel)


TURN = turn_wheel.s(2)
TURNS = [turn_wheel.si(wheel) for wheel in range(3)]
later = lambda wheel: turn_wheel.delay(wheel)  # noqa: E731
app.conf.beat_schedule = {"turn": {"task": "mills.turn", "schedule": crontab(minute=5)}}


@app.on_after_finalize.connect
def schedule(sender, **_kwargs) -> None:
    sender.add_periodic_task(60, turn_wheel.s())


class Miller:
    def work(self) -> None:
        turn_wheel.delay()


if __name__ == "__main__":
    turn_wheel.delay()
    for wheel in range(3):
        turn_wheel.apply_async((wheel,))
