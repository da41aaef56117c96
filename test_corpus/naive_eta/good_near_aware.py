"""These times know their zone."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytz
from celery import shared_task
from django.utils import timezone as django_timezone
from django.utils.timezone import make_aware

from stars.observatory import turn_telescope

TOKYO = ZoneInfo("Asia/Tokyo")


@shared_task
def turn(star: str) -> None:
    turn_telescope(star)


def tonight(star: str) -> None:
    hour = timedelta(hours=1)
    turn.apply_async((star,), eta=datetime.now(TOKYO) + hour)
    turn.apply_async((star,), eta=datetime.now(tz=timezone.utc) + hour)
    turn.apply_async((star,), eta=django_timezone.now() + hour)
    turn.apply_async((star,), eta=make_aware(datetime.now()) + hour)
    turn.apply_async((star,), eta=pytz.utc.localize(datetime.now()))
    turn.apply_async((star,), eta=datetime.now().astimezone() + hour)
    turn.apply_async((star,), eta=datetime.now().replace(tzinfo=TOKYO))
    turn.apply_async((star,), expires=(datetime.now() + hour).astimezone(TOKYO))
