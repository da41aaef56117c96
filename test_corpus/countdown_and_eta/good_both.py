from datetime import datetime, timedelta, timezone

from celery import shared_task

from lighthouse.lamps import lamp


@shared_task
def switch_on(lamp_id: int) -> None:
    lamp(lamp_id).on()


def at_dusk(lamp_id: int, minutes: int) -> None:
    dusk = datetime.now(timezone.utc) + timedelta(hours=2)
    switch_on.apply_async((lamp_id,), eta=dusk)
    switch_on.s(lamp_id).set(countdown=minutes * 60).delay()
