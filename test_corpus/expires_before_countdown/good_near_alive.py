"""It is due before it expires; what is not given, or given as None, or overridden, does not count."""

from datetime import datetime, timedelta, timezone

from celery import shared_task

from ice.rinks import Rink


@shared_task(expires=60)
def smooth(rink: int) -> None:
    Rink(rink).smooth()


def evening(rink: int, options: dict) -> None:
    later = datetime.now(timezone.utc) + timedelta(hours=1)
    smooth.apply_async((rink,), countdown=30)
    smooth.apply_async((rink,), countdown=600, expires=3600)
    smooth.apply_async((rink,), countdown=600, expires=None)
    smooth.apply_async((rink,), countdown=600, expires=later)
    smooth.apply_async((rink,), countdown=600, **options)
    smooth.apply_async((rink,), countdown=0, expires=10)
    smooth.apply_async((rink,), expires=10)
    smooth.delay(rink)
