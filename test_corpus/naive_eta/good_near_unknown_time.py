"""`utcnow()` is what Celery takes it for; of the others nobody can tell here what zone they are in."""

from datetime import datetime, timedelta

from celery import shared_task

from concerts.models import Concert


@shared_task
def open_doors(concert: int, eta: datetime | None = None) -> None:
    Concert.get(concert).open_doors(eta)


def plan(concert: Concert, opens_at: datetime) -> None:
    local = datetime.now()
    if concert.zone:
        local = concert.zone.localize(local)
    open_doors.apply_async((concert.id,), eta=datetime.utcnow() + timedelta(hours=1))
    open_doors.apply_async((concert.id,), eta=opens_at, expires=concert.ends_at)
    open_doors.apply_async((concert.id,), eta=local)
    open_doors.apply_async((concert.id,), eta=datetime.now() + timedelta(hours=1) - concert.offset)
    open_doors.apply_async((concert.id,), kwargs={"eta": datetime.now()}, expires=3600)
    open_doors.delay(concert.id)
    concert.calendar.book(eta=datetime.now())
