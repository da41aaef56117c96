"""Kombu's JSON writes dates, UUIDs, decimals and bytes; of the others nobody knows here what they are."""

import uuid
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

from celery import shared_task

from clocks.models import Clock


class Chime(str, Enum):
    HOUR = "hour"


@shared_task
def wind(*values, **more) -> None:
    print(values, more)


def evening(clock: Clock, keys: set[str], pause: timedelta) -> None:
    wind.delay(clock.id, date.today(), datetime.now(timezone.utc), uuid.uuid4(), Decimal("1.5"), b"tick")
    wind.delay(sorted(keys), list({1, 2}), len({1, 2}), 3 in {1, 2}, pause.total_seconds())
    wind.delay(Chime.HOUR, str(clock), chime=Chime.HOUR.value, clocks=[each.id for each in Clock.objects.all()])
    wind.delay(Clock.objects.get(pk=1).pk, Clock.objects.count(), clock.settings, {**clock.hands})
    wind.apply_async((clock.pk,), headers={"keys": list(keys)}, expires=datetime.now(timezone.utc) + pause)
